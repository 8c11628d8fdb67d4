// Misuse of what Node brings is told with a code.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { EventEmitter } from 'node:events';
import { inspect, promisify } from 'node:util';
const misuses: Record<string, () => unknown> = {
  file: () => readFileSync('/nope/nothing.txt'),
  folder: () => readFileSync('/'),
  path: () => path.join(1 as never),
  listener: () => new EventEmitter().on('a', 1 as never),
  worker: () => new Worker('./relative-without-a-dot'.slice(2)),
  timer: () => setTimeout('text' as never, 1),
  tick: () => process.nextTick(1 as never),
  microtask: () => queueMicrotask({} as never),
  promisify: () => promisify(1 as never),
  exit: () => (process.exitCode = 'text' as never),
};
for (const [name, misuse] of Object.entries(misuses)) {
  try {
    console.log(name, 'gave', inspect(misuse()));
  } catch (error) {
    const { name: kind, code, message } = error as Error & { code?: string };
    console.log(`${name}: ${kind} ${code}: ${message.split('\n')[0]}`);
  }
}
