process.on('uncaughtExceptionMonitor', (error, origin) => console.log('monitor:', error.message, origin));
process.on('uncaughtException', (error, origin) => console.log('handler:', error.message, origin));
setTimeout(() => {
  throw new Error('from a timer');
}, 1);
setTimeout(() => {
  process.nextTick(() => {
    throw new Error('from a tick');
  });
}, 5);
setTimeout(() => {
  void Promise.reject(new Error('from a promise'));
}, 10);
setTimeout(() => {
  queueMicrotask(() => {
    throw new Error('from a microtask');
  });
}, 15);
setTimeout(() => {
  void Promise.reject('no error');
}, 20);
setTimeout(() => console.log('still here'), 30);
