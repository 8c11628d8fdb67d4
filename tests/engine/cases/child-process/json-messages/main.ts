// Messages between processes are text of JSON, unless the advanced way is asked for.
import { fork } from 'node:child_process';

const value = {
  date: new Date(0),
  map: new Map([[1, 2]]),
  set: new Set(['a']),
  nothing: undefined,
  notANumber: Number.NaN,
  nested: { list: [undefined, null, 1.5] },
};
for (const serialization of ['json', 'advanced'] as const) {
  const child = fork('child.ts', { serialization });
  child.on('message', (message) => {
    console.log(serialization, message);
    child.disconnect();
  });
  child.send(value);
  await new Promise((resolve) => child.once('exit', resolve));
}
const strict = fork('child.ts');
for (const wrong of [undefined, Symbol('s'), () => 1]) {
  try {
    strict.send(wrong as never);
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message.split('.')[0]);
  }
}
strict.on('message', (message) => {
  console.log(message);
  if (message === null) strict.disconnect();
});
for (const plain of ['text', 5, true, null]) strict.send(plain);
