process.on('beforeExit', (code) => {
  console.log('beforeExit', code);
  if (rounds++ < 2) setTimeout(() => console.log('one more round'), 1);
});
process.on('exit', (code) => {
  console.log('exit', code, process.exitCode);
  process.exitCode = 4;
  setTimeout(() => console.log('never'), 0);
  process.nextTick(() => console.log('never either'));
});
let rounds = 0;
process.exitCode = 3;
console.log('main');
