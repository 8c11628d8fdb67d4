console.log(process.hasUncaughtExceptionCaptureCallback());
process.setUncaughtExceptionCaptureCallback((error) => {
  console.log('captured', error.message);
  process.setUncaughtExceptionCaptureCallback(null);
});
console.log(process.hasUncaughtExceptionCaptureCallback());
setTimeout(() => {
  throw new Error('once');
}, 1);
setTimeout(() => {
  console.log('goes on');
  process.exit(0);
}, 5);
