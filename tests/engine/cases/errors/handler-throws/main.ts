process.on('uncaughtException', (error) => {
  console.log('handling', error.message);
  throw new Error('from the handler');
});
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => {
  throw new Error('from the program');
}, 1);
