const cells = new Int32Array(new SharedArrayBuffer(16));
console.log(Atomics.wait(cells, 0, 1), Atomics.wait(cells, 0, 0, 0), Atomics.wait(cells, 0, 0, 5));
console.log(Atomics.notify(cells, 0), Atomics.notify(cells, 0, 9));
const big = new BigInt64Array(new SharedArrayBuffer(16));
console.log(Atomics.wait(big, 1, 1n), Atomics.wait(big, 1, 0n, 1));
const start = performance.now();
Atomics.wait(cells, 0, 0, 40);
console.log('waited long enough', performance.now() - start >= 39);
