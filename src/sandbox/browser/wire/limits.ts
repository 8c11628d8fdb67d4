/**
 * How much a run may take of the reader's computer: the bounds that a program can run into, and what it is told then.
 * How much may be on its way stands where it is sent: output in `output-ring.ts`, `host/output-feed.ts` and
 * `process/parent-output.ts`, bodies in `process/net.ts`, questions in `process/host-calls.ts`. How much of a message is
 * read stands where it is read: `is-list.ts`, `thread-messages.ts`. `LIMITS.md` names what has none.
 */

export const limits = {
  /** Threads at a time, of all processes together: each is a worker of the browser's, with a memory of its own. */
  threads: 64,
  /** Processes at a time, the first one among them. */
  processes: 16,
  /** Of all files together; the memory they are in, which grows by doubling, may be twice that. */
  fileBytes: 64 * 1024 * 1024,
  /** Files and folders together. */
  fileEntries: 20_000,
  /** Files that are open at a time, of all processes together. */
  openFiles: 1024,
  pathCharacters: 4095,
  /** Arguments and environment of a process together, as on Linux. */
  argumentCharacters: 2 * 1024 * 1024,
  /** What waits in a pipe between two processes before the writer waits as well. */
  pipeBytes: 64 * 1024,
  /** Messages that a process has been sent by `send()` and has not received yet. */
  unreadMessages: 20_000,
  /** Ports that somebody listens on, and links between clients and servers, of all processes together. */
  servers: 1000,
  links: 10_000,
  /** What `spawnSync` and its like may collect, whatever their `maxBuffer` says. */
  collectedBytes: 64 * 1024 * 1024,
} as const;

export const limitWords = {
  threads:
    `more than ${limits.threads} threads at a time, the limit of the browser engine for all processes together. ` +
    'Use fewer workers, or a pool of them that takes tasks in turn',
  processes:
    `more than ${limits.processes} processes at a time, the limit of the browser engine. ` +
    'Wait until some of them have ended before more are started',
  arguments:
    `arguments and environment of more than ${limits.argumentCharacters} characters, the limit of the browser engine. ` +
    'Hand the data over in a file or a message',
  fileBytes:
    `more than ${limits.fileBytes / 1024 / 1024} MB in all files together, the limit of the browser engine. ` +
    'Write less, or delete what is not needed any more',
  fileEntries:
    `more than ${limits.fileEntries} files and folders, the limit of the browser engine. ` +
    'Delete those that are not needed any more',
  openFiles:
    `more than ${limits.openFiles} files open at a time, the limit of the browser engine. ` +
    'Close each when it is done with',
  servers:
    `more than ${limits.servers} servers at a time, the limit of the browser engine. ` +
    'Close those that are not needed any more',
  links:
    `more than ${limits.links} requests without their whole answer at a time, the limit of the browser engine. ` +
    'Wait for some of them before more are sent',
  unreadMessages:
    `more than ${limits.unreadMessages} messages wait to be received, the limit of the browser engine. ` +
    'Send them in portions, each after the last one was answered',
} as const;

/** Of output, taken out of the rings of one process at a time. */
export const BATCH_BYTES = 64 * 1024;
