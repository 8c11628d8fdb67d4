/** The process as the package of streams asks for it. */
export { nodeProcess as default } from '../builtins/process.ts';
