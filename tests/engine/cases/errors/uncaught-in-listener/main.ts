import { EventEmitter } from 'node:events';
const emitter = new EventEmitter();
emitter.on('go', function onGo(): void {
  throw new Error('in a listener');
});
try {
  emitter.emit('go');
} catch (error) {
  console.log('emit throws:', (error as Error).message);
}
const target = new EventTarget();
target.addEventListener('go', () => {
  throw new Error('in an event listener');
});
target.addEventListener('go', () => console.log('the next one runs all the same'));
console.log('dispatched', target.dispatchEvent(new Event('go')));
process.on('uncaughtException', (error) => console.log('uncaught:', error.message));
