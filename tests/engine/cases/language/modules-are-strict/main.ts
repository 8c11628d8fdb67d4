export {};
console.log(typeof this, (function (this: unknown) { return this; })());
try {
  // @ts-expect-error: nobody declared it
  undeclared = 1;
} catch (error) {
  console.log((error as Error).name);
}
const frozen = Object.freeze({ a: 1 });
try {
  (frozen as { a: number }).a = 2;
} catch (error) {
  console.log((error as Error).name);
}
console.log(typeof require, typeof module, typeof __dirname, typeof exports);
console.log(typeof globalThis, globalThis === global, typeof (globalThis as Record<string, unknown>)['undeclared']);
label: for (let i = 0; ; i++) {
  for (;;) {
    if (i === 2) break label;
    continue label;
  }
}
let log = '';
switch (3 as number) {
  default:
    log += 'd';
  case 1:
    log += '1';
    break;
  case 2:
    log += '2';
}
console.log(log, void 0, (1, 2), typeof null, [..."ab"], { ...'ab' });
console.log(eval === globalThis.eval, new Date(Date.UTC(2026, 10, 22)).toISOString(), parseInt('08'), [10, 9, 1].sort());
