// p-queue: priorities, pausing, events, a limit to the time a task may take.
import PQueue, { TimeoutError } from 'p-queue';

const queue = new PQueue({ concurrency: 1, autoStart: false });
const order: string[] = [];
const done = (['low', 'high', 'middle'] as const).map((name, index) =>
  queue.add(
    async () => {
      order.push(name);
      return name;
    },
    { priority: [0, 2, 1][index] ?? 0 },
  ),
);
console.log(queue.size, queue.pending, queue.isPaused);
queue.addEventListener('idle', () => console.log('idle'));
let completed = 0;
queue.addEventListener('completed', () => completed++);
queue.start();
console.log(await Promise.all(done), order);
await queue.onIdle();
console.log(queue.size, queue.pending, completed);

const slow = new PQueue({ timeout: 20 });
await slow
  .add(() => new Promise((resolve) => setTimeout(resolve, 5000).unref()))
  .catch((error) => console.log(error instanceof TimeoutError, error.name));
const controller = new AbortController();
const aborted = slow.add(() => new Promise(() => {}), { signal: controller.signal });
aborted.catch((error) => console.log(error.name, error.message));
controller.abort(new Error('enough'));
