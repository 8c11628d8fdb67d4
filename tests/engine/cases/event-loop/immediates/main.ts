// Immediates that are set by immediates wait for the next turn; one can be taken back by the one before it.
setImmediate(() => {
  console.log('first');
  setImmediate(() => console.log('next turn'));
  process.nextTick(() => console.log('tick between'));
  clearImmediate(taken);
});
setImmediate(() => console.log('second'));
const taken = setImmediate(() => console.log('never'));
setImmediate((...args: unknown[]) => console.log('with', args), 1, 'two');
console.log('script', taken.hasRef());
