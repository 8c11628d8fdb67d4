/**
 * For a Node.js that does not take types out by itself: `node --import ./without-types.mjs main.ts`.
 * It loads a `.ts` file from the text that the page has put beside this script, in `stripped/`, under the path that
 * the file has in the program's folder. No import is rewritten, and errors name the reader's own file and line.
 * A fault that stands in the way of stripping is thrown when the file is loaded, in the words that the page gives.
 *
 * Node before 22.15 has no `registerHooks`; it reports the file as having an unknown extension, as it always did.
 */
import type { LoadFnOutput } from 'node:module';

const { existsSync, readFileSync } = process.getBuiltinModule('node:fs');
const { registerHooks } = process.getBuiltinModule('node:module');
const { relative, sep } = process.getBuiltinModule('node:path');
const { fileURLToPath } = process.getBuiltinModule('node:url');

const folder = process.cwd();
const strippedBeside = new URL(/* @vite-ignore */ './stripped/', import.meta.url);

registerHooks?.({
  load(url, context, nextLoad): LoadFnOutput {
    if (!/^file:.*\.[cm]?ts$/.test(url)) return nextLoad(url, context);
    const path = relative(folder, fileURLToPath(url)).split(sep).join('/');
    const text = new URL(path, strippedBeside);
    const fault = new URL(`${path}.fault`, strippedBeside);
    if (existsSync(fault)) throw new SyntaxError(readFileSync(fault, 'utf8'));
    if (!existsSync(text)) return nextLoad(url, context);
    return {
      format: url.endsWith('.cts') ? 'commonjs' : 'module',
      source: readFileSync(text, 'utf8'),
      shortCircuit: true,
    };
  },
});
