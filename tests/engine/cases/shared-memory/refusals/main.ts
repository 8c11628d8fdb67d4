const cases: Record<string, () => unknown> = {
  float: () => Atomics.add(new Float64Array(1) as never, 0, 1),
  range: () => Atomics.load(new Int32Array(1), 1),
  'wait on what is not shared': () => Atomics.wait(new Int32Array(1), 0, 0, 0),
  'wait on bytes': () => Atomics.wait(new Int8Array(new SharedArrayBuffer(8)) as never, 0, 0, 0),
  'mixed numbers': () => Atomics.add(new BigInt64Array(1), 0, 1 as never),
  'negative length': () => new SharedArrayBuffer(-1),
  'call without new': () => (SharedArrayBuffer as unknown as () => unknown)(),
  'notify what is not shared': () => Atomics.notify(new Int32Array(1), 0),
  transfer: () => structuredClone(1, { transfer: [new SharedArrayBuffer(1) as never] }),
};
for (const [name, attempt] of Object.entries(cases)) {
  try {
    console.log(name, attempt());
  } catch (error) {
    console.log(name, (error as Error).name);
  }
}
