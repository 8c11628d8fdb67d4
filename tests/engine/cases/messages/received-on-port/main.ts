import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
console.log(receiveMessageOnPort(port2));
port1.postMessage({ hello: 'world' });
port1.postMessage('second');
port2.postMessage('the other way');
console.log(receiveMessageOnPort(port2), receiveMessageOnPort(port2), receiveMessageOnPort(port2));
console.log(receiveMessageOnPort(port1), receiveMessageOnPort(port1));

class Point {
  x = 1;
  get y(): number {
    return 2;
  }
}
const circle: { name: string; self?: unknown } = { name: 'circle' };
circle.self = circle;
const bytes = new Uint8Array([1, 2, 3, 255]);
const values = [
  [1.5, -0, Number.NaN, -Infinity, 12345678901234567890n, true, null, undefined, 'a\u0000é🙂'],
  new Map<unknown, unknown>([['a', new Set([1, { deep: [] }])], [{ key: 1 }, 2]]),
  [new Date(0), new Date(Number.NaN), /a+/gi],
  [bytes, bytes.subarray(1, 3), new Float64Array([0.1, 1e300]), new DataView(bytes.buffer, 1), bytes.buffer],
  circle,
  new Point(),
  // biome-ignore lint/suspicious/noSparseArray: it is what is tried
  [1, , 3],
  { ['__proto__']: 'own', nested: { list: [{}, []] } },
];
for (const value of values) {
  port1.postMessage(value);
  console.log(receiveMessageOnPort(port2)?.message);
}
port1.postMessage(new RangeError('too far', { cause: 'the cause' }));
const { message } = receiveMessageOnPort(port2) ?? {};
console.log(message instanceof RangeError, message.message, message.cause, message.stack.split('\n')[0]);
try {
  port1.postMessage(() => 1);
} catch (error) {
  console.log((error as Error).name);
}
try {
  receiveMessageOnPort({} as MessagePort);
} catch (error) {
  console.log((error as Error).message);
}

// What was received is not heard of again; what was not is.
port2.on('message', (heard) => {
  console.log('heard', heard);
  if (heard === 'last') port2.close();
});
port1.postMessage('received');
port1.postMessage('left');
console.log(receiveMessageOnPort(port2)?.message);
port1.postMessage('last');
