import { init, parse } from 'es-module-lexer/minimal';
import { beforeAll, expect, test } from 'vitest';
import { ownExports } from '../../../src/sandbox/browser/host/circle-text.ts';
import { replaced } from '../../../src/sandbox/browser/host/module-text.ts';

beforeAll(() => init());

test.for([
  ['export const a = 1, b = 2;', ';      const a = 1, b = 2;', 'a=a b=b'],
  ['export let { c, d: [e] } = exported.of;', ';      let { c, d: [e] } = exported.of;', 'c=c e=e'],
  ['export async function f() {}', ';      async function f() {}', 'f=f'],
  [
    'let exportA;\nexport {\n  exportA as a,\n};',
    'let exportA;\n;       \n               \n ;',
    'a=exportA',
  ],
  ['export { a as default, a as "the a" };', `;${' '.repeat(36)};`, 'default=a the a=a'],
  ['export default class Foo {}', ';              class Foo {}', 'default=Foo'],
  [
    'export default class extends Foo {}',
    'let default$ = class extends Foo {}',
    'default=default$',
  ],
  ['export default function named() {}', ';              function named() {}', 'default=named'],
  [
    'export default async function* () {}',
    '      async function* default$ () {}',
    'default=default$',
  ],
  ['export default functions();', 'let default$ = functions();', 'default=default$'],
  ['export default(1 + 2);', 'let default$ =(1 + 2);', 'default=default$'],
  ['f()\nexport {}', 'f()\n;        ', ''],
] as const)('%s', ([code, text, names]) => {
  const own = ownExports(code, parse(code)[1]);
  expect(replaced(code, own?.replacements ?? [])).toBe(text);
  expect(text).toHaveLength(code.length);
  const found = [...(own?.names ?? [])].map(([name, local]) => `${name}=${local}`);
  expect(found.join(' ')).toBe(names);
});
