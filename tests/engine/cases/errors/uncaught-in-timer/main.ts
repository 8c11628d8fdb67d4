setTimeout(function later(): void {
  throw new Error('in a timer');
}, 1);
setTimeout(() => console.log('never'), 50);
process.on('exit', (code) => console.log('exit', code));
