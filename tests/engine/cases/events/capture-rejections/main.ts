import { EventEmitter } from 'node:events';

const emitter = new EventEmitter({ captureRejections: true });
emitter.on('job', async (name: string) => {
  await null;
  throw new Error(`${name} failed`);
});
emitter.on('error', (error) => console.log('error event:', error.message));
emitter.emit('job', 'first');
const own = new EventEmitter({ captureRejections: true });
own.on('job', async () => {
  throw new Error('taken');
});
Object.assign(own, {
  [Symbol.for('nodejs.rejection')](error: Error, name: string, ...args: unknown[]) {
    console.log('own handler:', error.message, name, args);
  },
});
own.emit('job', 1, 2);
const plain = new EventEmitter();
process.once('unhandledRejection', (error) => console.log('unhandled:', (error as Error).message));
plain.on('job', async () => {
  throw new Error('not captured');
});
plain.emit('job');
