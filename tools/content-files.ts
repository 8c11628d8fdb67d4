/** Reads `content/` from the disk, for programs that run outside of Astro. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths from `root` (`content/…`, with `/`) to texts; nothing where there is no such folder. The same files as `src/course/course.ts`. */
export function readContentFiles(root: string): Record<string, string> {
  const entries = readdirSync(root, { withFileTypes: true }).filter(
    ({ name }) => name === 'content',
  );
  return Object.fromEntries(entries.flatMap(({ name }) => readFolder(root, name)));
}

function readFolder(root: string, folder: string): [path: string, text: string][] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || entry.name === '__pycache__') return [];
    if (entry.isDirectory()) return readFolder(root, path);
    return [[path, readFileSync(join(root, path), 'utf8')] as [string, string]];
  });
}
