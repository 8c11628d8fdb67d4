/** What the embedded engine tells a reader to do about what it cannot do. Names only what exists. */

/** Runs the TypeScript of the course as it is. */
export const NODE = 'Node.js 22.18 or later';

export const ELSEWHERE = `${NODE}, on the command line, can run it.`;
