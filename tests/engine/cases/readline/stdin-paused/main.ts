// A paused standard input says nothing until it is resumed.
let paused = false;
process.stdin.on('data', (chunk) => {
  console.log('got', String(chunk).trim(), paused);
  process.stdin.pause();
  paused = true;
  setTimeout(() => {
    console.log('paused', process.stdin.isPaused());
    paused = false;
    process.stdin.resume();
  }, 10);
});
process.stdin.on('end', () => console.log('end'));
process.on('exit', () => console.log('exit'));
console.log('ready');
