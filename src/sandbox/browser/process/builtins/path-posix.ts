/** node:path/posix, which node:path is here. */
export * from './path.ts';
export { default } from './path.ts';
