/** What the package of streams brings along for old browsers. */
export const { AbortController, AbortSignal } = globalThis;
