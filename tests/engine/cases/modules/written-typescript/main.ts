// A program writes TypeScript and imports it.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const file = (name: string) => join(import.meta.dirname, name);
await writeFile(file('shape.ts'), 'export interface Shape { readonly sides: number }\n');
await writeFile(
  file('square.ts'),
  "import type { Shape } from './shape.ts';\nexport const square: Shape = { sides: 4 as number };\n",
);
const path = './square.ts';
console.log((await import(path)).square);

await writeFile(file('enum.ts'), 'export enum Level { Low }\n');
await import(file('enum.ts')).catch((error) => console.log(error.name, error.code));
await writeFile(file('broken.ts'), 'export const = ;\n');
await import(file('broken.ts')).catch((error) => console.log(error.name));
