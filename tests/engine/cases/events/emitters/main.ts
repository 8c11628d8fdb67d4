import { EventEmitter, errorMonitor, getEventListeners, getMaxListeners, listenerCount, on, once, setMaxListeners } from 'node:events';

const emitter = new EventEmitter();
emitter.on('newListener', (name) => console.log('new', String(name)));
emitter.on('removeListener', (name) => console.log('removed', String(name)));
const first = (...args: unknown[]) => console.log('first', ...args);
emitter.on('a', first);
emitter.prependListener('a', () => console.log('prepended'));
emitter.once('a', () => console.log('once'));
emitter.prependOnceListener('a', () => console.log('once, first of all'));
console.log(emitter.emit('a', 1, 2), emitter.emit('a'), emitter.emit('nobody'));
console.log(emitter.listenerCount('a'), emitter.eventNames(), emitter.rawListeners('a').length, listenerCount(emitter, 'a'));
emitter.off('a', first);
emitter.removeAllListeners('a');
console.log(getEventListeners(emitter, 'a').length, getMaxListeners(emitter), EventEmitter.defaultMaxListeners);
emitter.on(errorMonitor, (error) => console.log('monitor', error.message));
try {
  emitter.emit('error', new Error('unheard'));
} catch (error) {
  console.log('thrown', (error as Error).message);
}
try {
  emitter.emit('error', { not: 'an error' });
} catch (error) {
  console.log((error as { code: string }).code, (error as Error).message);
}
emitter.removeAllListeners();
setTimeout(() => emitter.emit('later', 'x', 'y'), 1);
console.log(await once(emitter, 'later'));
setTimeout(() => emitter.emit('error', new Error('instead')), 1);
await once(emitter, 'later').catch((error) => console.log('rejected', error.message));
await once(emitter, 'later', { signal: AbortSignal.abort() }).catch((error) => console.log(error.name, error.code));
setTimeout(() => {
  for (const n of [1, 2, 3]) emitter.emit('n', n);
  emitter.emit('end');
}, 1);
for await (const [n] of on(emitter, 'n', { close: ['end'] })) console.log('n', n);
const target = new EventTarget();
setMaxListeners(5, emitter);
console.log(getMaxListeners(emitter));
setTimeout(() => target.dispatchEvent(new Event('ping')), 1);
console.log(((await once(target, 'ping')) as Event[])[0]?.type);
