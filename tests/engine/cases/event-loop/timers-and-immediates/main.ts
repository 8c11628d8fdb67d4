const started: string[] = [];
setTimeout(() => {
  setTimeout(() => console.log('timeout in timeout'), 0);
  setImmediate(() => console.log('immediate in timeout'));
  process.nextTick(() => console.log('tick in timeout'));
}, 1);
await new Promise((resolve) => setTimeout(resolve, 20));
setTimeout(() => started.push('b'), 2);
setTimeout(() => started.push('a'), 1);
setTimeout(() => started.push('c'), 2);
await new Promise((resolve) => setTimeout(resolve, 20));
console.log(started.join(' '));
let count = 0;
const interval = setInterval(() => {
  console.log('interval', ++count);
  if (count === 3) clearInterval(interval);
}, 1);
await new Promise((resolve) => setTimeout(resolve, 50));
const cleared = setTimeout(() => console.log('never'), 1);
clearTimeout(cleared);
const immediate = setImmediate(() => console.log('never'));
clearImmediate(immediate);
setTimeout(() => {
  console.log('first of two that are due');
  clearTimeout(second);
}, 1);
const second = setTimeout(() => console.log('never: cleared by the first'), 1);
