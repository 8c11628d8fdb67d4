// Between two timers that are due at the same time, ticks and microtasks run.
for (const name of ['a', 'b', 'c']) {
  setTimeout(() => {
    console.log('timer', name);
    process.nextTick(() => console.log('tick', name));
    Promise.resolve().then(() => console.log('microtask', name));
  }, 5);
}
const end = performance.now() + 20;
while (performance.now() < end);
