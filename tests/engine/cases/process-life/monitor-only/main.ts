process.on('uncaughtExceptionMonitor', (error, origin) => console.log('seen:', error.message, origin));
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => {
  throw new RangeError('nobody handles it');
}, 1);
