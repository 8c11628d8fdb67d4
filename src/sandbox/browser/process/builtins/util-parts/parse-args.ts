/** `util.parseArgs`: the arguments of a command line, by the conventions of POSIX and GNU. */
import {
  checkBoolean,
  checkObject,
  checkString,
  invalidType,
  invalidValue,
} from '../../argument-checks.ts';
import { nodeError } from '../../node-error.ts';
import { nodeProcess } from '../process.ts';

interface OptionConfig {
  type: 'string' | 'boolean';
  short?: string;
  multiple?: boolean;
  default?: unknown;
}
type Options = Readonly<Record<string, OptionConfig>>;
interface ParseConfig {
  args?: readonly string[];
  options?: Options;
  strict?: boolean;
  allowPositionals?: boolean;
  allowNegative?: boolean;
  tokens?: boolean;
}
interface OptionToken {
  kind: 'option';
  name: string;
  rawName: string;
  index: number;
  value: string | undefined;
  inlineValue: boolean | undefined;
}
type Token =
  | OptionToken
  | { kind: 'positional'; index: number; value: string }
  | { kind: 'option-terminator'; index: number };
type Values = Record<string, unknown>;

export function parseArgs(config: ParseConfig = {}): object {
  const { args = nodeProcess.argv.slice(2), options = {}, strict = true } = config;
  const { allowPositionals = !strict, allowNegative = false, tokens: wantsTokens = false } = config;
  if (!Array.isArray(args)) throw invalidType('args', 'an instance of Array', args);
  for (const [name, value] of Object.entries({
    strict,
    allowPositionals,
    wantsTokens,
    allowNegative,
  }))
    checkBoolean(value, name === 'wantsTokens' ? 'tokens' : name);
  checkOptions(options);
  const tokens = tokensOf(args, options);
  const values: Values = Object.create(null);
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (!allowPositionals) throw unexpected(token.value);
      positionals.push(token.value);
    } else if (token.kind === 'option') {
      if (strict) checkUse(token, options, allowNegative, allowPositionals);
      store(token, options, values, allowNegative);
    }
  }
  for (const [name, option] of Object.entries(options)) {
    if (option.default !== undefined && values[name] === undefined) values[name] = option.default;
  }
  return wantsTokens ? { values, positionals, tokens } : { values, positionals };
}

function checkOptions(options: unknown): asserts options is Options {
  checkObject(options, 'options');
  for (const [name, option] of Object.entries(options)) {
    checkObject(option, `options.${name}`);
    const { type, short, multiple, default: usual } = option as Partial<OptionConfig>;
    if (type !== 'string' && type !== 'boolean')
      throw invalidType(`options.${name}.type`, "('string|boolean')", type);
    if ('short' in option) {
      checkString(short, `options.${name}.short`);
      if (short.length !== 1)
        throw invalidValue(`options.${name}.short`, short, 'must be a single character');
    }
    if ('multiple' in option) checkBoolean(multiple, `options.${name}.multiple`);
    if (usual === undefined) continue;
    const check: (value: unknown, name: string) => void =
      type === 'string' ? checkString : checkBoolean;
    if (!multiple) check(usual, `options.${name}.default`);
    else if (!Array.isArray(usual))
      throw invalidType(`options.${name}.default`, 'an instance of Array', usual);
    else for (const [at, one] of usual.entries()) check(one, `options.${name}.default[${at}]`);
  }
}

const isOption = (arg: string): boolean => arg.length > 1 && arg.startsWith('-');

function tokensOf(args: readonly string[], options: Options): Token[] {
  const long = (short: string) =>
    Object.entries(options).find(([, option]) => option.short === short)?.[0] ?? short;
  const takesValue = (name: string) =>
    Object.hasOwn(options, name) && options[name]?.type === 'string';
  const tokens: Token[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = String(args[index]);
    const next = args[index + 1];
    const add = (name: string, rawName: string, inline?: string) => {
      const at = index;
      let value = inline;
      if (inline === undefined && takesValue(name) && next !== undefined) {
        value = next;
        index++;
      }
      const inlineValue = value === undefined ? undefined : inline !== undefined;
      tokens.push({ kind: 'option', name, rawName, index: at, value, inlineValue });
    };
    if (arg === '--') {
      tokens.push({ kind: 'option-terminator', index });
      const rest = args.slice(index + 1);
      tokens.push(
        ...rest.map((value, at) => ({ kind: 'positional', index: index + 1 + at, value }) as const),
      );
      break;
    }
    if (arg.startsWith('--')) {
      const [, name = '', value] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [undefined, arg.slice(2)];
      add(name, `--${name}`, value);
    } else if (isOption(arg)) {
      for (let at = 1; at < arg.length; at++) {
        const short = arg[at] ?? '';
        const rest = arg.slice(at + 1);
        if (!takesValue(long(short)) || rest === '') {
          if (rest === '') add(long(short), `-${short}`);
          else {
            const flag = { name: long(short), rawName: `-${short}`, index };
            tokens.push({ kind: 'option', ...flag, value: undefined, inlineValue: undefined });
          }
          continue;
        }
        add(long(short), `-${short}`, rest);
        break;
      }
    } else tokens.push({ kind: 'positional', index, value: arg });
  }
  return tokens;
}

function checkUse(
  token: OptionToken,
  options: Options,
  allowNegative: boolean,
  allowPositionals: boolean,
): void {
  const { rawName, value, inlineValue } = token;
  let { name } = token;
  if (!Object.hasOwn(options, name)) {
    const positive = name.replace(/^no-/, '');
    const isNegated = allowNegative && positive !== name && options[positive]?.type === 'boolean';
    if (!isNegated) throw unknown(rawName, allowPositionals);
    name = positive;
  }
  const { short, type } = options[name] as OptionConfig;
  const both = `${short ? `-${short}, ` : ''}--${name}`;
  if (type === 'string' && value === undefined)
    throw wrongValue(`Option '${both} <value>' argument missing`);
  if (type === 'boolean' && value !== undefined)
    throw wrongValue(`Option '${both}' does not take an argument`);
  if (inlineValue || value === undefined || !isOption(value)) return;
  const example = rawName.startsWith('--')
    ? `'${rawName}=-XYZ'`
    : `'--${name}=-XYZ' or '${rawName}-XYZ'`;
  throw wrongValue(
    `Option '${rawName}' argument is ambiguous.\n` +
      `Did you forget to specify the option argument for '${rawName}'?\n` +
      `To specify an option argument starting with a dash use ${example}.`,
  );
}

function store(token: OptionToken, options: Options, values: Values, allowNegative: boolean): void {
  if (token.name === '__proto__') return;
  let value: unknown = token.value ?? true;
  if (allowNegative && token.name.startsWith('no-') && token.value === undefined) {
    token.name = token.name.slice('no-'.length);
    value = false;
  }
  const { name } = token;
  if (!Object.hasOwn(options, name) || !options[name]?.multiple) values[name] = value;
  else values[name] = [...((values[name] as unknown[] | undefined) ?? []), value];
}

const wrongValue = (words: string) =>
  nodeError(TypeError, 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE', words);

function unknown(rawName: string, allowPositionals: boolean): Error {
  const hint = allowPositionals
    ? `. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- "${rawName}"`
    : '';
  return nodeError(
    TypeError,
    'ERR_PARSE_ARGS_UNKNOWN_OPTION',
    `Unknown option '${rawName}'${hint}`,
  );
}

function unexpected(value: string): Error {
  return nodeError(
    TypeError,
    'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL',
    `Unexpected argument '${value}'. This command does not take positional arguments`,
  );
}
