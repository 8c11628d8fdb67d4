import { isMainThread, threadId } from 'node:worker_threads';

process.env['FROM_CHILD'] = 'mine';
const { FROM_PARENT, ONLY, NUMBER } = process.env;
process.send?.({
  mark: (globalThis as { mark?: string }).mark ?? 'none',
  env: [FROM_PARENT, ONLY, NUMBER],
  cwd: process.cwd().endsWith('/sub'),
  argv: process.argv.slice(2),
  file: process.argv[1]?.split('/').at(-1),
  thread: [isMainThread, threadId],
});
