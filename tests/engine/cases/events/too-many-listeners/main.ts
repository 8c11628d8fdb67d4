import { EventEmitter } from 'node:events';

const emitter = new EventEmitter();
process.on('warning', (warning) => {
  const { name, emitter: source, type, count } = warning as Error & { emitter: unknown; type: string; count: number };
  console.log(name, source === emitter, type, count);
  console.log(warning.message.split('. ')[0]);
});
for (let n = 0; n < 13; n++) emitter.on('tick', () => {});
const silent = new EventEmitter();
silent.setMaxListeners(0);
for (let n = 0; n < 20; n++) silent.on('tick', () => {});
try {
  silent.setMaxListeners(-1);
} catch (error) {
  console.log((error as { code: string }).code, (error as Error).message);
}
try {
  silent.on('x', 'no function' as never);
} catch (error) {
  console.log((error as { code: string }).code, (error as Error).message);
}
