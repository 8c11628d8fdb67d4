// Every error is thrown when the one before it has been handled.
const ways = [
  () => {
    throw new Error('from a timer');
  },
  () => {
    process.nextTick(() => {
      throw new Error('from a tick');
    });
  },
  () => {
    void Promise.reject(new Error('from a promise'));
  },
  () => {
    queueMicrotask(() => {
      throw new Error('from a microtask');
    });
  },
  () => {
    void Promise.reject('no error');
  },
  () => console.log('still here'),
];
const goOn = () => setTimeout(() => ways.shift()?.(), 1);
process.on('uncaughtExceptionMonitor', (error, origin) => console.log('monitor:', error.message, origin));
process.on('uncaughtException', (error, origin) => {
  console.log('handler:', error.message, origin);
  goOn();
});
goOn();
