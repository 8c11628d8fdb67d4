/** Bundles what an engine loads as one text: for Vite plugins, in Node. */
import { build, type Plugin, type Rolldown } from 'vite';

export interface Bundled {
  /** The script in each of the formats that were asked for. */
  readonly chunks: readonly Rolldown.OutputChunk[];
  /** The ids of all modules that were looked at, also of those that the script does without. */
  readonly modules: ReadonlySet<string>;
}

/** Whose names stay as they are written: programs see them when they print what is ours. */
export type KeptNames = 'all' | 'classes' | 'none';

/** One script out of an entry and all that it imports, but for Node's modules where `plugins` do not know better. */
export async function bundle(
  input: string,
  formats: readonly ('iife' | 'es' | 'cjs')[],
  minify: boolean,
  plugins: readonly Plugin[] = [],
  kept: KeptNames = 'all',
): Promise<Bundled> {
  const keepNames = { function: kept === 'all', class: kept !== 'none' };
  const modules = new Set<string>();
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      ...plugins,
      {
        name: 'sandbox-node-modules',
        enforce: 'pre',
        resolveId: (id) => (id.startsWith('node:') ? { id, external: true } : undefined),
      },
      { name: 'sandbox-modules', moduleParsed: ({ id }) => void modules.add(id) },
    ],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: formats.map((format) => ({
          format,
          exports: format === 'cjs' ? 'named' : 'auto',
          codeSplitting: false,
          // Functions of sloppy mode are handed out by stacks and by \`caller\`: a program could call them.
          strict: true,
          keepNames: kept === 'all',
          minify: minify && {
            mangle: { keepNames },
            compress: { keepNames },
            codegen: true,
          },
        })),
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  const chunks = outputs.flatMap(({ output }) => output.filter((part) => part.type === 'chunk'));
  if (chunks.length !== formats.length) throw new Error(`${input} did not become a script.`);
  return { chunks, modules };
}

/** Modules that are made, not read: id to text. */
export function madeModules(modules: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'sandbox-made-modules',
    resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') ? modules[id.slice(1)] : undefined),
  };
}

/** Modules that give a text. */
export function textModules(texts: Readonly<Record<string, string>>): Plugin {
  const modules = Object.entries(texts).map(([id, text]) => [
    id,
    `export default ${JSON.stringify(text)};`,
  ]);
  return madeModules(Object.fromEntries(modules));
}
