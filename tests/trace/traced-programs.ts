/** Programs whose threads do all that the preload reports, with what must be in the trace of each, on every engine. */
import type { TraceEvent } from '../../src/trace/trace-event.ts';

export interface TracedProgram {
  readonly does: string;
  readonly main: string;
  /** What it prints, traced or not. */
  readonly prints: string;
  /** Messages as `from → to`, sorted. Each one must have both of its ends. */
  readonly messages: readonly string[];
  /** Ends as `lane exit code`, and kills as `who ✕ whom`, sorted. */
  readonly ends?: readonly string[];
}

export const tracedPrograms: readonly TracedProgram[] = [
  {
    does: 'asks a worker and hears from it',
    main: `
      import { once } from 'node:events';
      import { Worker, isMainThread, parentPort } from 'node:worker_threads';
      if (isMainThread) {
        const worker = new Worker(new URL(import.meta.url));
        worker.postMessage('one');
        worker.postMessage('two');
        worker.on('message', (message) => console.log(message));
        await once(worker, 'exit');
      } else {
        let left = 2;
        parentPort.on('message', (message) => {
          parentPort.postMessage('heard ' + message);
          if (--left === 0) parentPort.close();
        });
      }
    `,
    prints: 'heard one\nheard two\n',
    messages: ['main → worker 1', 'main → worker 1', 'worker 1 → main', 'worker 1 → main'],
    ends: ['main 0', 'worker 1 0'],
  },
  {
    does: 'lets two workers talk over a channel',
    main: `
      import { once } from 'node:events';
      import { MessageChannel, Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
      if (isMainThread) {
        const { port1, port2 } = new MessageChannel();
        const url = new URL(import.meta.url);
        const first = new Worker(url, { workerData: { port: port1 }, transferList: [port1] });
        const second = new Worker(url, { workerData: {} });
        second.postMessage(port2, [port2]);
        await Promise.all([once(first, 'exit'), once(second, 'exit')]);
      } else if (workerData.port) {
        const { port } = workerData;
        port.postMessage('first');
        port.postMessage('second');
        port.once('message', (message) => {
          console.log(message);
          port.close();
        });
      } else {
        parentPort.once('message', (port) => {
          port.on('message', (message) => message === 'second' && port.postMessage('answer'));
        });
      }
    `,
    prints: 'answer\n',
    messages: [
      'main → worker 2',
      'worker 1 → worker 2',
      'worker 1 → worker 2',
      'worker 2 → worker 1',
    ],
  },
  {
    does: 'hands a port on that has been used',
    main: `
      import { once } from 'node:events';
      import { MessageChannel, Worker, isMainThread, parentPort } from 'node:worker_threads';
      if (isMainThread) {
        const { port1, port2 } = new MessageChannel();
        port1.postMessage('one');
        await once(port2, 'message');
        port2.postMessage('two');
        await once(port1, 'message');
        const worker = new Worker(new URL(import.meta.url));
        worker.postMessage({ port: port2 }, [port2]);
        port1.postMessage('three');
        console.log(...(await once(port1, 'message')).map((event) => event.data ?? event));
        port1.close();
      } else {
        parentPort.once('message', ({ port }) => {
          port.once('message', (message) => port.postMessage('after ' + message));
        });
      }
    `,
    prints: 'after three\n',
    messages: [
      'main → main',
      'main → main',
      'main → worker 1',
      'main → worker 1',
      'worker 1 → main',
    ],
  },
  {
    does: 'broadcasts',
    main: `
      import { once } from 'node:events';
      import { BroadcastChannel, Worker, isMainThread, parentPort } from 'node:worker_threads';
      const channel = new BroadcastChannel('news');
      if (isMainThread) {
        const url = new URL(import.meta.url);
        const workers = [new Worker(url), new Worker(url)];
        await Promise.all(workers.map((worker) => once(worker, 'message')));
        channel.postMessage('go');
        await Promise.all(workers.map((worker) => once(worker, 'exit')));
        channel.close();
        console.log('over');
      } else {
        channel.onmessage = () => channel.close();
        parentPort.postMessage('ready');
      }
    `,
    prints: 'over\n',
    messages: ['main → worker 1', 'main → worker 2', 'worker 1 → main', 'worker 2 → main'],
  },
  {
    does: 'evaluates a string in a worker, and ends another one',
    main: `
      import { once } from 'node:events';
      import { Worker } from 'node:worker_threads';
      const speaker = new Worker(
        "const { parentPort } = process.getBuiltinModule('node:worker_threads'); performance.mark('inside'); parentPort.postMessage('hello');",
        { eval: true },
      );
      // Both may come at once.
      const exited = once(speaker, 'exit');
      console.log(...(await once(speaker, 'message')));
      await exited;
      const hot = new Worker('for (;;);', { eval: true });
      await once(hot, 'online');
      await hot.terminate();
    `,
    prints: 'hello\n',
    messages: ['worker 1 → main'],
    ends: ['main 0', 'main ✕ worker 2', 'worker 1 0', 'worker 2 1'],
  },
];

/** The messages of a trace as `from → to`: those that have a sender and, each time somebody got it, a receiver. */
export function messagesOf(events: readonly TraceEvent[]): readonly string[] {
  const senders = new Map<string, string>();
  for (const event of events) if (event.type === 'send') senders.set(event.id, event.lane);
  const received = new Set<string>();
  const arrows = events.flatMap((event) => {
    if (event.type !== 'receive') return [];
    received.add(event.id);
    return [`${senders.get(event.id) ?? 'nobody'} → ${event.lane}`];
  });
  const lost = [...senders.keys()].filter((id) => !received.has(id));
  return [...arrows, ...lost.map((id) => `${id} → nobody`)].sort();
}

/** Ends as `lane exit code`, once for each lane, and kills as `who ✕ whom`. */
export function endsOf(events: readonly TraceEvent[]): readonly string[] {
  const ends = events.flatMap((event) => {
    if (event.type === 'kill') return [`${event.lane} ✕ ${event.target}`];
    if (event.type !== 'lane' || event.state !== 'closed') return [];
    return [`${event.lane} ${event.signal ?? event.exitCode}`];
  });
  return [...new Set(ends)].sort();
}
