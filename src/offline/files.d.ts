declare module 'virtual:offline/files' {
  export const kept: readonly import('./kept-files.ts').KeptFile[];
  /** Addresses of those that pages load into frames. */
  export const framed: readonly string[];
  /** Another for every other content of the site. */
  export const version: string;
}
