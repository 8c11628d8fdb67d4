/** The package is Node's own code: its types are Node's. */
declare module 'readable-stream' {
  import stream from 'node:stream';
  export default stream;
}

declare module 'readable-stream/lib/ours/errors.js' {
  export const codes: Record<string, new (...args: unknown[]) => Error>;
}
