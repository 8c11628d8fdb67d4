/** How a file is opened: the words and numbers of `fs.open`, and the modes of `fs.access`. */
import { invalidType, invalidValue } from '../argument-checks.ts';

export const constants = {
  F_OK: 0,
  X_OK: 1,
  W_OK: 2,
  R_OK: 4,
  COPYFILE_EXCL: 1,
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
  S_IFMT: 0o170000,
  S_IFREG: 0o100000,
  S_IFDIR: 0o40000,
} as const;

export interface FileFlags {
  readonly read: boolean;
  readonly write: boolean;
  readonly append: boolean;
  readonly create: boolean;
  readonly exclusive: boolean;
  readonly truncate: boolean;
}

export function flagsOf(given: unknown = 'r'): FileFlags {
  if (typeof given === 'number') return flagsOfBits(given);
  if (typeof given !== 'string') throw invalidType('flags', 'of type string', given);
  const found = /^(?:(r)(s?)|([wa])(x?s?|sx?))(\+?)$/.exec(given);
  if (!found) throw invalidValue('flags', given);
  const [, reads, , kind, how = '', both] = found;
  return {
    read: reads !== undefined || both === '+',
    write: reads === undefined || both === '+',
    append: kind === 'a',
    create: kind !== undefined,
    exclusive: how.includes('x'),
    truncate: kind === 'w',
  };
}

function flagsOfBits(bits: number): FileFlags {
  const has = (flag: number) => (bits & flag) !== 0;
  const isReadOnly = (bits & 3) === constants.O_RDONLY;
  return {
    read: !has(constants.O_WRONLY),
    write: !isReadOnly,
    append: has(constants.O_APPEND),
    create: has(constants.O_CREAT),
    exclusive: has(constants.O_CREAT) && has(constants.O_EXCL),
    truncate: has(constants.O_TRUNC),
  };
}
