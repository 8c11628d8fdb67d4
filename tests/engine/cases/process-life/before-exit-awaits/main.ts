// What `beforeExit` finds after an await counts too; ticks and promises alone do not bring it about again.
let told = 0;
process.on('beforeExit', async () => {
  told++;
  console.log('beforeExit', told);
  await null;
  process.nextTick(() => console.log('tick'));
  await null;
  if (told === 1) setTimeout(() => console.log('late'), 10);
  if (told === 2) setImmediate(() => console.log('immediate'));
  if (told === 3) process.exitCode = 3;
});
process.on('exit', (code) => console.log('exit', code));
