// An unref'd immediate runs while something else keeps the loop going, and never by itself; so does a timer.
const sayIfRun = (name: string) => setImmediate(() => console.log(name)).unref();
setTimeout(() => {
  sayIfRun('between two timers');
  const again = sayIfRun('held again');
  console.log(again.ref().hasRef(), again.unref().hasRef());
}, 1);
setTimeout(() => {
  sayIfRun('after the last timer');
}, 20);
process.once('beforeExit', () => {
  console.log('beforeExit');
  sayIfRun('in beforeExit');
});
setTimeout(() => console.log('an unheld timer'), 500).unref();
