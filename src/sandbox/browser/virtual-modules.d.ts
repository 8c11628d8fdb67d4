/** Modules that `document-plugin.ts` makes. */

declare module 'virtual:sandbox/document' {
  /** The address of the sandbox's document; changes with its content. */
  export const documentUrl: string;
}

declare module 'virtual:sandbox/worker' {
  /** The classic script that every thread's worker loads. */
  const script: string;
  export default script;
}

declare module 'virtual:sandbox/trace-preload' {
  /** `trace-preload.ts` as one JavaScript module whose only imports are Node's built-in modules. */
  const text: string;
  export default text;
}
