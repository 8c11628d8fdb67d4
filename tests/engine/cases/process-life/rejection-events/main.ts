const late: Promise<unknown>[] = [];
process.on('unhandledRejection', (reason, promise) => {
  console.log('unhandled:', (reason as Error).message, promise instanceof Promise);
  late.push(promise);
});
process.on('rejectionHandled', (promise) => console.log('handled late:', promise === late[0]));
const rejected = Promise.reject(new Error('first'));
await new Promise((resolve) => setTimeout(resolve, 5));
rejected.catch((error) => console.log('caught:', error.message));
await new Promise((resolve) => setTimeout(resolve, 5));
// Handled in the same turn: nobody is told.
const soon = Promise.reject(new Error('second'));
process.nextTick(() => soon.catch(() => console.log('caught in time')));
await new Promise((resolve) => setTimeout(resolve, 5));
console.log(late.length);
