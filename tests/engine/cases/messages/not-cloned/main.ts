import { MessageChannel } from 'node:worker_threads';
const values: Record<string, unknown> = {
  function: () => {},
  symbol: Symbol('s'),
  nested: { deep: [{ method() {} }] },
  promise: Promise.resolve(),
  weak: new WeakMap(),
  proxy: new Proxy({}, {}),
  getter: {
    get boom() {
      throw new RangeError('while copying');
    },
  },
};
const { port1, port2 } = new MessageChannel();
for (const [name, value] of Object.entries(values)) {
  for (const copy of [structuredClone, (value: unknown) => port1.postMessage(value)]) {
    try {
      copy(value);
      console.log(name, 'was copied');
    } catch (error) {
      const { name: kind, code } = error as DOMException;
      console.log(name, kind, code, error instanceof Error, error instanceof DOMException);
    }
  }
}
port1.close();
port2.on('close', () => console.log('closed'));
