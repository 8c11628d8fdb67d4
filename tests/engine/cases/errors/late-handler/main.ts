// A rejection that is taken care of in the same turn is none; later is too late.
const early = Promise.reject(new Error('early'));
queueMicrotask(() => early.catch((error) => console.log('caught', error.message)));
process.on('unhandledRejection', (reason, promise) => {
  console.log('unhandled', (reason as Error).message, promise === late);
  setTimeout(() => promise.catch(() => console.log('caught after all')), 1);
});
process.on('rejectionHandled', (promise) => console.log('handled', promise === late));
const late = Promise.reject(new Error('late'));
