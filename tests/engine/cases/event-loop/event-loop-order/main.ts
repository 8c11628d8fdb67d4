console.log('1 sync');
setTimeout(() => {
  console.log('6 timeout');
  process.nextTick(() => console.log('7 tick in timeout'));
  Promise.resolve().then(() => console.log('8 micro in timeout'));
}, 200);
setImmediate(() => console.log('5 immediate'));
Promise.resolve().then(() => console.log('3 micro'));
process.nextTick(() => console.log('4 tick (ESM: after microtasks)'));
queueMicrotask(() => console.log('3b micro'));
console.log('2 sync');
