// A shop without the web. Each order sends a receipt by mail,
// and the mail server turns the third one away.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

const ORDERS = 4;
const EVERY_MS = 30; // an order comes this often

let threads = 0;
let mostThreads = 0;

/** Starts a thread that sends one receipt. */
function startThread(order: number): Worker {
  const file = new URL('./receipt.ts', import.meta.url);
  const thread = new Worker(file, { workerData: order });
  mostThreads = Math.max(mostThreads, ++threads);
  thread.on('exit', () => threads--);
  thread.on('message', () => console.log(`  mail ${order} is out`));
  return thread;
}

async function waitingForIt(order: number): Promise<string> {
  const thread = startThread(order);
  await once(thread, 'message'); // throws if the thread fails
  return 'sent';
}

async function startedAndLeft(order: number): Promise<string> {
  const thread = startThread(order);
  thread.on('error', (error) => console.log('  log:', error.message));
  return 'accepted';
}

type View = (order: number) => Promise<string>;

/** What the customer of one order is told. */
async function place(order: number, view: View): Promise<string> {
  const start = performance.now();
  const answer = await view(order).catch(() => 'sorry, it failed');
  performance.measure(`order ${order}`, { start });
  console.log(`  customer ${order}: ${answer}`);
  return answer;
}

async function serve(how: string, view: View): Promise<string[]> {
  performance.mark(how);
  console.log(how);
  const answers: Promise<string>[] = [];
  for (let order = 1; order <= ORDERS; order++) {
    answers.push(place(order, view));
    await sleep(EVERY_MS);
  }
  return Promise.all(answers);
}

await serve('waiting for it', waitingForIt);
const answers = await serve('started and left', startedAndLeft);
console.log(`most threads at once: ${mostThreads}`);
const accepted = answers.filter((answer) => answer === 'accepted');
performance.mark('result', { detail: { accepted: accepted.length } });
