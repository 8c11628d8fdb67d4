/** What the embedded engine tells a reader to do about what it cannot do. Names only what exists. */

/** Runs the TypeScript of the course as it is. */
export const NODE = 'Node.js 22.18 or later';

/** For what needs more than a browser, such as a package from the registry or a database. */
export const ON_NODE = `${NODE}, on the command line, can run it.`;

/** For what Node's modules have: the other engine brings those of a Node.js, though not every part of them works there. */
export const ELSEWHERE = `The WebContainer engine may run it; ${NODE}, on the command line, can.`;

/** Where the browser ended the sandbox, or a thread. It does not say why; this is nearly always the reason. */
export const AFTER_A_CRASH =
  'Most often a program has then taken more memory than the browser gives it. Your code is still there: ' +
  'look for what grows without end. The next run begins in a new sandbox.';
