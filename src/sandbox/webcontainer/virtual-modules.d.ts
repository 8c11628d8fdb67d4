/** The module that `client-plugin.ts` makes. */
declare module 'virtual:webcontainer/scripts' {
  /** Addresses by name: `client`, `trace-preload`, `without-types`, and every shipped package. */
  export const scripts: Readonly<
    Record<
      | 'client'
      | 'trace-preload'
      | 'without-types'
      | typeof import('../shipped-packages.ts').shippedPackages[number],
      string
    >
  >;
}
