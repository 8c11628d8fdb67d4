// Five orders for a worker, and a signal in the middle.
import { fork } from 'node:child_process';
import { once } from 'node:events';

const KILL_AT = 2; // the signal comes when this receipt is sent
const LATE_AT = 4; // a sixth order, long after the signal
const PATIENCE_MS = 5000; // then a supervisor asks no longer

type Message = { promised?: number; sent?: number };

export async function deploy(signal: 'SIGTERM' | 'SIGKILL') {
  const promised: number[] = [];
  const sent: number[] = [];
  const worker = fork(new URL('worker.ts', import.meta.url), [signal]);
  const patience = setTimeout(() => worker.kill('SIGKILL'), PATIENCE_MS);
  const order = (id: number) => worker.connected && worker.send(id, () => {});

  worker.on('message', (message: Message) => {
    if (message.promised) promised.push(message.promised);
    if (!message.sent) return;
    sent.push(message.sent);
    if (message.sent === KILL_AT) worker.kill(signal);
    if (message.sent === LATE_AT) order(6);
  });
  for (const id of [1, 2, 3, 4, 5]) order(id);
  const [code, by] = await once(worker, 'exit');
  clearTimeout(patience);
  return { promised, sent, code, by };
}
