/** How the text of a file is to be read. */
import type { FileSystem } from './file-system.ts';
import { settingsFor } from './package-settings.ts';

export type Format = 'module' | 'commonjs' | 'json';

/**
 * By a file's extension and the nearest package.json. Where that says nothing the syntax decides, and where there is
 * no package.json at all a program is made of modules. Nothing for an extension that cannot be imported.
 */
export function formatOf(
  files: FileSystem,
  path: string,
  hasModuleSyntax: () => boolean,
): Format | undefined {
  const extension = /(?<=[^/])\.[^./]*$/.exec(path)?.[0] ?? '';
  switch (extension) {
    case '.mjs':
    case '.mts':
      return 'module';
    case '.cjs':
    case '.cts':
      return 'commonjs';
    case '.json':
      return 'json';
    case '.js':
    case '.ts':
    case '': {
      const settings = settingsFor(files, path);
      if (!settings || settings.type === 'module') return 'module';
      if (settings.type === 'commonjs') return 'commonjs';
      return hasModuleSyntax() ? 'module' : 'commonjs';
    }
    default:
      return undefined;
  }
}

export function isTypeScript(path: string): boolean {
  return /\.[cm]?ts$/.test(path);
}
