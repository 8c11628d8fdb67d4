import { tracingChannel } from 'node:diagnostics_channel';

const work = tracingChannel('work');
const tell = (event: string) => (message: object) => {
  const { id, result, error } = message as { id: number; result?: unknown; error?: Error };
  console.log(event, id, result ?? '-', error?.message ?? '-');
};
const handlers = { start: tell('start'), end: tell('end'), asyncStart: tell('asyncStart'), asyncEnd: tell('asyncEnd'), error: tell('error') };
console.log(work.hasSubscribers, work.traceSync((n: number) => n * 2, { id: 0 }, undefined, 4));
work.subscribe(handlers);
console.log(work.hasSubscribers, work.start.name);
console.log(work.traceSync((n: number) => n + 1, { id: 1 }, undefined, 1));
try {
  work.traceSync(() => {
    throw new Error('sync');
  }, { id: 2 });
} catch {}
console.log(await work.tracePromise(async (n: number) => n * 3, { id: 3 }, undefined, 2));
await work.tracePromise(async () => {
  throw new Error('async');
}, { id: 4 }).catch(() => console.log('caught'));
await new Promise<void>((resolve) => {
  work.traceCallback((text: string, done: (error: null, value: string) => void) => setTimeout(() => done(null, text), 1), -1, { id: 5 }, undefined, 'called', () => {
    console.log('callback');
    resolve();
  });
});
console.log(work.unsubscribe(handlers), work.hasSubscribers);
