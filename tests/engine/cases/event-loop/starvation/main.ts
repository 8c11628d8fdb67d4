// Ticks and microtasks that make more of themselves let nothing else through; immediates do.
let ticks = 0;
let microtasks = 0;
let timerAfter: unknown;
setTimeout(() => {
  timerAfter = { ticks, microtasks };
}, 0);
const tick = (): unknown => (++ticks < 1_000 ? process.nextTick(tick) : undefined);
const microtask = (): unknown => (++microtasks < 1_000 ? queueMicrotask(microtask) : undefined);
process.nextTick(tick);
queueMicrotask(microtask);
let turns = 0;
let seen = 0;
const immediate = (): void => {
  turns++;
  if (seen < 2) setImmediate(immediate);
};
setImmediate(immediate);
const timer = setInterval(() => ++seen === 2 && clearInterval(timer), 2);
process.on('exit', () => console.log(timerAfter, turns > 0, seen));
