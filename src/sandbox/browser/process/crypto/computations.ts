/** All of node:crypto that is computed, as one module on the shelf: also the threads of the pool load it. */
export { hmac } from '@noble/hashes/hmac.js';
export { begin, type Digesting, digestNames, digestOf } from './digests.ts';
export { compute, type KeyJob } from './key-jobs.ts';
export { answerTo, serveKeyJobs } from './key-worker.ts';
