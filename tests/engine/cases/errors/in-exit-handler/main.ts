process.on('exit', (code) => {
  console.log('exit', code);
  throw new Error('while leaving');
});
process.on('exit', () => console.log('never'));
console.log('done');
