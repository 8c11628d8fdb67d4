/** Modules that `document-plugin.ts` makes. */

declare module 'virtual:sandbox/document' {
  /** The address of the sandbox's document; changes with its content. */
  export const documentUrl: string;
  /** Every module on the shelf, by the name by which it is imported. */
  export const shelf: Readonly<Record<string, ShelfEntry>>;

  export interface ShelfEntry {
    /** The address of its text; changes with it. */
    readonly url: string;
    /** Other modules on the shelf that it imports. */
    readonly needs: readonly string[];
    /** Words, besides its own name in quotes, that stand in every program that needs it. */
    readonly words: readonly string[];
  }
}

declare module 'virtual:sandbox/core-parts' {
  /** What modules on the shelf use of the thread's script: by module and name. */
  export const coreParts: () => Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

declare module 'virtual:sandbox/worker' {
  /** The classic script that every thread's worker loads. */
  const script: string;
  export default script;
}

declare module 'virtual:sandbox/trace-preload' {
  /** Runs `trace-preload.ts`, which is given how to print. */
  export const traceThread: (print: (text: string) => void) => void;
}
