function inner(): Error {
  return new Error('here');
}
const { stack } = inner();
console.log(stack?.split('\n')[0], typeof stack, Object.keys(new Error('no keys')));
const holder: { stack?: string } = {};
Error.captureStackTrace(holder);
console.log(holder.stack?.split('\n')[0], /main\.ts:\d+/.test(String(holder.stack)));
const before = Error.stackTraceLimit;
Error.stackTraceLimit = 1;
const deep = (n: number): Error => (n === 0 ? new Error('deep') : deep(n - 1));
console.log(before > 1, deep(20).stack?.split('\n').length);
Error.stackTraceLimit = 0;
console.log(new Error('none').stack);
