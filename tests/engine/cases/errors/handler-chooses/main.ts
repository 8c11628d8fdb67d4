// What a handler of last resort decides is what happens.
process.on('uncaughtExceptionMonitor', (error, origin) => console.log('monitor', error.message, origin));
process.once('uncaughtException', (error) => console.log('first', error.message));
setTimeout(() => {
  throw new Error('one');
}, 1);
setTimeout(() => {
  process.on('uncaughtException', (error) => {
    console.log('second', error.message);
    process.exitCode = 3;
  });
  void Promise.reject(new Error('two'));
}, 10);
process.on('exit', (code) => console.log('exit', code));
