process.on('uncaughtException', (error, origin) => console.log('caught', error.message, origin));
process.on('unhandledRejection', (reason) => console.log('rejected', reason));
process.on('beforeExit', (code) => console.log('before exit', code));
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => {
  throw new Error('in a timer');
}, 100);
setImmediate(() => {
  throw new Error('in an immediate');
});
setTimeout(() => void Promise.reject('nobody listens'), 200);
setTimeout(() => {
  console.log('still running');
  process.exitCode = 4;
}, 400);
