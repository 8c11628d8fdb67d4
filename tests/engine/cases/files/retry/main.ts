import { EventEmitter } from 'node:events';
import { appendFileSync, readFileSync, existsSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';

type Task = { id: string; run: (attempt: number, signal: AbortSignal) => Promise<string> };
const journal = path.join(process.cwd(), 'journal.ndjson');
if (existsSync(journal)) rmSync(journal);

class RetryQueue extends EventEmitter {
  #q: Task[] = [];
  readonly maxAttempts: number;
  constructor(maxAttempts: number) {
    super();
    this.maxAttempts = maxAttempts;
  }
  add(t: Task): this {
    this.#q.push(t);
    return this;
  }
  async drain(signal: AbortSignal): Promise<void> {
    for (let t = this.#q.shift(); t; t = this.#q.shift()) {
      for (let attempt = 1; ; attempt++) {
        try {
          const value = await t.run(attempt, signal);
          this.#log(t.id, attempt, 'ok');
          this.emit('done', t.id, value, attempt);
          break;
        } catch (e) {
          const err = e as Error;
          this.#log(t.id, attempt, err.message);
          if (signal.aborted || attempt >= this.maxAttempts) {
            this.emit('dead', t.id, err);
            break;
          }
          const delay = Math.round(2 ** attempt * 20 * (0.5 + Math.random() / 2));
          this.emit('retry', t.id, attempt, delay);
          try {
            await sleep(delay, undefined, { signal });
          } catch (a) {
            this.emit('aborted', t.id, (a as Error).name);
            break;
          }
        }
      }
    }
  }
  #log(id: string, attempt: number, result: string) {
    appendFileSync(journal, JSON.stringify({ id, attempt, result }) + '\n');
  }
}

const q = new RetryQueue(4);
q.on('done', (id, v, n) => console.log(`✔ ${id} → ${v} (attempt ${n})`));
q.on('retry', (id, n, d) => console.log(`↻ ${id} attempt ${n} failed, waiting ${d} ms`));
q.on('dead', (id, e) => console.log(`✘ ${id} dead: ${e.message}`));
q.on('aborted', (id, n) => console.log(`⏹ ${id} ${n}`));
q.add({
  id: 'flaky',
  run: async (n) => {
    if (n < 3) throw new Error('503');
    return 'ok';
  },
}).add({
  id: 'poison',
  run: async () => {
    throw new Error('always');
  },
});
await q.drain(AbortSignal.timeout(10_000));
const ac = new AbortController();
setTimeout(() => ac.abort(), 15);
await q
  .add({
    id: 'slow',
    run: async () => {
      throw new Error('x');
    },
  })
  .drain(ac.signal);
const lines = (await readFile(journal, 'utf8')).trim().split('\n');
console.log(
  `journal: ${lines.length} lines, last ${lines.at(-1)}`,
  readFileSync(journal).length,
  'bytes',
);
console.log({
  nested: { map: new Map([['a', 1]]), big: 10n, arr: [1, , 3], d: new Date(0), e: Symbol('x') },
});
