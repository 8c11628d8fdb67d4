/** All that the preload needs of Node's files. The embedded engine has a way of its own in this file's place. */
const { existsSync, writeSync } = process.getBuiltinModule('node:fs');
const { fileURLToPath } = process.getBuiltinModule('node:url');

/** Prints at once, past the event loop. */
export { writeSync };

export function pathOfFile(url: URL): string | undefined {
  return existsSync(url) ? fileURLToPath(url) : undefined;
}
