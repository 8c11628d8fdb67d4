// Ticks come before microtasks, also those that are made on the way; a microtask's tick waits until all of them are done.
const log = (text: string) => console.log(text);
setTimeout(() => {
  log('timer');
  process.nextTick(() => {
    log('tick 1');
    process.nextTick(() => log('tick of tick 1'));
    queueMicrotask(() => log('microtask of tick 1'));
  });
  process.nextTick(log, 'tick 2');
  queueMicrotask(() => {
    log('microtask 1');
    process.nextTick(log, 'tick of microtask 1');
    queueMicrotask(() => log('microtask of microtask 1'));
  });
  Promise.resolve().then(() => log('promise'));
}, 1);
