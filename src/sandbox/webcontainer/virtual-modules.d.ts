/** The module that `client-plugin.ts` makes. */
declare module 'virtual:webcontainer/scripts' {
  /** The address of `client.ts`. */
  export const clientUrl: string;
  /** The address of `../trace-preload.ts`. */
  export const tracePreloadUrl: string;
  /** The address of `without-types.ts`. */
  export const withoutTypesUrl: string;
}
