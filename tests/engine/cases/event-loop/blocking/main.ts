import { setTimeout as sleep } from 'node:timers/promises';

interface Tick {
  at: number;
  late: number;
}
const ticks: Tick[] = [];
const start = performance.now();
let expected = start + 50;

const timer = setInterval(() => {
  const now = performance.now();
  ticks.push({ at: Math.round(now - start), late: Math.round(now - expected) });
  console.log(`tick at ${Math.round(now - start)} ms, ${Math.round(now - expected)} ms late`);
  expected = now + 50;
}, 50);

function burn(ms: number): number {
  const end = performance.now() + ms;
  let n = 0;
  while (performance.now() < end) n++;
  return n;
}

setTimeout(() => {
  console.log('blocking for 1000 ms…');
  burn(1000);
  console.log('unblocked');
}, 120);

await sleep(1400);
clearInterval(timer);
const worst: number = Math.max(...ticks.map((t) => t.late));
console.log(`worst event-loop delay: ${worst} ms over ${ticks.length} ticks`);
