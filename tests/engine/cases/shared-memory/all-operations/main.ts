// Every operation on every kind of array that Atomics takes.
const buffer = new SharedArrayBuffer(64);
for (const Kind of [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array]) {
  const a = new Kind(buffer);
  a.fill(0);
  const results = [
    Atomics.store(a, 0, 5),
    Atomics.add(a, 0, 250),
    Atomics.sub(a, 0, 3),
    Atomics.and(a, 0, 0x7f),
    Atomics.or(a, 0, 0x40),
    Atomics.xor(a, 0, 0xff),
    Atomics.exchange(a, 0, -1),
    Atomics.compareExchange(a, 0, -1, 7),
    Atomics.compareExchange(a, 0, 7, 8),
    Atomics.load(a, 0),
  ];
  console.log(Kind.name, ...results);
}
const big = new BigInt64Array(buffer);
big.fill(0n);
console.log(Atomics.add(big, 1, 2n ** 62n), Atomics.sub(big, 1, 1n), Atomics.load(big, 1), Atomics.exchange(big, 1, -1n));
const unsigned = new BigUint64Array(buffer);
console.log(Atomics.load(unsigned, 1), Atomics.isLockFree(4), Atomics.isLockFree(3), Atomics[Symbol.toStringTag]);
