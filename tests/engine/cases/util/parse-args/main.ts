import { parseArgs } from 'node:util';

const options = {
  color: { type: 'boolean' },
  level: { type: 'string', short: 'l', default: 'info' },
  verbose: { type: 'boolean', short: 'v', multiple: true },
  tag: { type: 'string', short: 't', multiple: true },
} as const;
const parse = (args: string[], more: object = {}) => {
  try {
    console.log(args.join(' '), '->', parseArgs({ args, options, ...more }));
  } catch (error) {
    console.log(args.join(' '), '->', (error as { code: string }).code, (error as Error).message);
  }
};
parse([]);
parse(['--color', '--level', 'warn']);
parse(['-vv', '-ldebug', '-t', 'a', '--tag=b']);
parse(['--level=', '--tag', 'x']);
parse(['file.txt']);
parse(['file.txt', '--', '--color'], { allowPositionals: true });
parse(['--unknown']);
parse(['--unknown'], { allowPositionals: true });
parse(['--unknown', '--level'], { strict: false });
parse(['--level']);
parse(['--level', '-x']);
parse(['-l', '-x']);
parse(['--color=yes']);
parse(['--no-color'], { allowNegative: true });
parse(['--no-level'], { allowNegative: true });
parse(['-vt', 'one', 'two', '--level=3', '--', 'four'], { allowPositionals: true, tokens: true });
try {
  parseArgs({ options: { x: { type: 'number' as 'string' } } });
} catch (error) {
  console.log((error as Error).message);
}
