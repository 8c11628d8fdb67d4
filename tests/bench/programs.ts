/**
 * The programs that are measured. Those named `bare` are for a browser's own worker, the others for the engine and for
 * Node alike. Each prints what it measured itself, a number a line, so that starting it is not in the figure.
 */

/** Differs from run to run, so that it has to be linked anew. */
export const hello = (salt: string): string => `console.log('hello ${salt}');`;
export const bareHello = `postMessage('hello');`;

const LOOP = `
  function work(steps) {
    let x = 88172645, sum = 0;
    for (let i = 0; i < steps; i++) {
      x ^= x << 13; x ^= x >>> 17; x ^= x << 5;
      sum = (sum + (x & 1023)) | 0;
    }
    return sum;
  }
  let kept = work(1e6);
  function measured() {
    const began = performance.now();
    kept ^= work(5e7);
    return performance.now() - began;
  }
  const times = [measured(), measured(), measured(), measured()].slice(1);
  if (kept === 1) times.push(kept);
`;
export const cpuLoop = `${LOOP} for (const ms of times) console.log(ms);`;
export const bareCpuLoop = `${LOOP} postMessage(times);`;

const ROUND_TRIPS = 1000;
/** Microseconds a round trip, five times over. \`port\` answers every message with itself. */
const roundTrips = (on: string, post: string, tell: string) => `
  const times = [];
  let left = ${ROUND_TRIPS}, began = performance.now();
  ${on}(() => {
    if (--left > 0) return ${post}(left);
    times.push((performance.now() - began) * 1000 / ${ROUND_TRIPS});
    if (times.length === 6) return ${tell};
    left = ${ROUND_TRIPS}; began = performance.now();
    ${post}(left);
  });
  ${post}(left);
`;
export const messageRoundTrip = `
  import { Worker, isMainThread, parentPort } from 'node:worker_threads';
  if (isMainThread) {
    const worker = new Worker(new URL(import.meta.url));
    const finish = () => { for (const us of times.slice(1)) console.log(us); worker.terminate(); };
    ${roundTrips("worker.on.bind(worker, 'message')", 'worker.postMessage.bind(worker)', 'finish()')}
  } else parentPort.on('message', (value) => parentPort.postMessage(value));
`;
export const bareAsker = `
  onmessage = ({ ports: [port] }) => {
    const listen = (listener) => { port.onmessage = listener; };
    ${roundTrips('listen', 'port.postMessage.bind(port)', 'postMessage(times.slice(1))')}
  };
`;
export const bareAnswerer = `
  onmessage = ({ ports: [port] }) => { port.onmessage = ({ data }) => port.postMessage(data); };
`;

const TURNS = 2000;
/** Microseconds a turn there and back, by waiting in shared memory. */
const pingPong = `
  const times = [];
  for (let time = 0; time < 6; time++) {
    const began = performance.now();
    for (let turn = 0; turn < ${TURNS}; turn++) {
      Atomics.store(memory, 0, 1); Atomics.notify(memory, 0);
      while (Atomics.load(memory, 0) === 1) Atomics.wait(memory, 0, 1);
    }
    times.push((performance.now() - began) * 1000 / ${TURNS});
  }
`;
const pong = `
  for (let turn = 0; turn < 6 * ${TURNS}; turn++) {
    while (Atomics.load(memory, 0) === 0) Atomics.wait(memory, 0, 0);
    Atomics.store(memory, 0, 0); Atomics.notify(memory, 0);
  }
`;
export const sharedPingPong = `
  import { Worker, isMainThread, workerData } from 'node:worker_threads';
  if (isMainThread) {
    const memory = new Int32Array(new SharedArrayBuffer(4));
    new Worker(new URL(import.meta.url), { workerData: memory });
    ${pingPong}
    for (const us of times.slice(1)) console.log(us);
  } else { const memory = workerData; ${pong} }
`;
export const barePing = `onmessage = ({ data: memory }) => { ${pingPong} postMessage(times.slice(1)); };`;
export const barePong = `onmessage = ({ data: memory }) => { ${pong} };`;

export const flood = `for (let i = 0; ; i++) console.log('line', i);`;

/** Takes of everything a little: a thread, a file, a message, a timer. Differs from run to run. */
export const withThread = (salt: string): string => `
  import { Worker } from 'node:worker_threads';
  import { writeFile } from 'node:fs/promises';
  import { once } from 'node:events';
  await writeFile('a', 'x'.repeat(100000));
  const worker = new Worker('require("node:worker_threads").parentPort.postMessage("${salt}")', { eval: true });
  const exited = once(worker, 'exit');
  console.log(...(await once(worker, 'message')));
  await exited;
`;

/** Starts threads that do nothing, and says so when all are there. */
export const idleThreads = (threads: number): string => `
  import { Worker, isMainThread } from 'node:worker_threads';
  import { once } from 'node:events';
  const text = 'setInterval(() => {}, 1e6)';
  const started = Array.from({ length: ${threads} }, () => once(new Worker(text, { eval: true }), 'online'));
  await Promise.all(started);
  console.log('ready');
  setInterval(() => {}, 1e6);
`;

/** Microseconds a mark, five times over; fewer marks in all than a run may report. */
export const marking = `
  const times = [];
  for (let time = 0; time < 6; time++) {
    const began = performance.now();
    for (let i = 0; i < 1_000; i++) performance.mark('beat', { detail: { request: i } });
    times.push((performance.now() - began) * 1000 / 1_000);
    performance.clearMarks();
  }
  for (const us of times.slice(1)) console.log(us);
`;
