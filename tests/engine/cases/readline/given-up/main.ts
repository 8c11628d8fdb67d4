// A question and an interface that are given up by a signal.
import { createInterface } from 'node:readline';
import * as promises from 'node:readline/promises';
import { PassThrough } from 'node:stream';

const input = new PassThrough();
const ask = promises.createInterface({ input });
await ask.question('?', { signal: AbortSignal.abort() }).catch((error) => console.log(error.name, error.code));
const controller = new AbortController();
const waiting = ask.question('?', { signal: controller.signal });
controller.abort();
await waiting.catch((error) => console.log(error.name, error.message));
ask.on('line', (line) => console.log('line', line));
input.write('not an answer any more\n');
await new Promise(setImmediate);
const second = new AbortController();
const whole = createInterface({ input: new PassThrough(), signal: second.signal });
whole.on('close', () => console.log('closed', (whole as unknown as { closed: boolean }).closed));
second.abort();
ask.close();
