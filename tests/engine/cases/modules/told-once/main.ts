// A file that is required while an import of it is still on its way, by two threads, and one that only `resolve` asked for.
import { createRequire } from 'node:module';
import { isMainThread, Worker } from 'node:worker_threads';

const who = isMainThread ? 'main' : 'worker';
const require = createRequire(import.meta.url);
const name = (part: string) => `./${part}.cjs`;

const imported = import(name('shared'));
const path = import.meta.resolve('./resolved.cjs');
console.log(who, require(name('user')), path);
console.log(who, (await imported).default, require(name('resolved')));
for (let i = 0; i < 30; i++) await import(`./each.ts?${i}`);
const { count } = await import('./count.ts');
console.log(who, count());
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  await new Promise((resolve) => worker.once('exit', resolve));
  console.log(require(name('late')), (await import('./each.ts?late')).own);
}
