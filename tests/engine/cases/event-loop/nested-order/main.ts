const log = (text: string) => console.log(text);
setImmediate(() => {
  log('immediate 1');
  process.nextTick(() => log('tick of immediate 1'));
  Promise.resolve().then(() => log('microtask of immediate 1'));
  setImmediate(() => log('immediate of immediate'));
});
setImmediate(() => log('immediate 2'));
process.nextTick(() => {
  log('tick 1');
  Promise.resolve().then(() => {
    log('microtask of tick 1');
    process.nextTick(() => log('tick of the microtask'));
  });
  process.nextTick(() => log('tick of tick 1'));
});
process.nextTick(() => log('tick 2'));
queueMicrotask(() => {
  log('microtask 1');
  process.nextTick(() => log('tick of microtask 1'));
  queueMicrotask(() => log('microtask of microtask 1'));
});
(async () => {
  log('async starts');
  await null;
  log('async goes on');
  await new Promise((resolve) => process.nextTick(resolve));
  log('async after a tick');
})();
log('main ends');
