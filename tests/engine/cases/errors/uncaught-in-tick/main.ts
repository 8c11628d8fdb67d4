process.nextTick(function tick(): void {
  throw new RangeError('in a tick');
});
Promise.resolve().then(() => console.log('never'));
