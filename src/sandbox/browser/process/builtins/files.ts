/** What node:fs, node:fs/promises and node:child_process have in common: one text of the shelf. */
export * from './dir.ts';
export * from './file-flags.ts';
export * from './file-handle.ts';
export * from './fs-data.ts';
export { readCall, truncateCall, writeCall } from './fs-data.ts';
export * from './open-files.ts';
export {
  readCall as readOpenCall,
  truncateCall as truncateOpenCall,
  writeCall as writeOpenCall,
} from './open-files.ts';
