queueMicrotask(function task(): void {
  throw new Error('in a microtask');
});
setTimeout(() => console.log('never'), 0);
