import { MessageChannel } from 'node:worker_threads';
const buffer = new ArrayBuffer(8);
const bytes = new Uint8Array(buffer, 2, 4).fill(7);
const moved = structuredClone({ bytes, buffer }, { transfer: [buffer] });
console.log(buffer.byteLength, bytes.length, buffer.detached, moved.bytes, moved.bytes.buffer === moved.buffer);
const { port1, port2 } = new MessageChannel();
const tries: Record<string, () => void> = {
  again: () => port1.postMessage(buffer, [buffer]),
  twice: () => port1.postMessage(moved, [moved.buffer, moved.buffer]),
  itself: () => port1.postMessage(1, [port1]),
};
for (const [name, attempt] of Object.entries(tries)) {
  try {
    attempt();
    console.log(name, 'went');
  } catch (error) {
    console.log(name, (error as Error).name, moved.buffer.byteLength);
  }
}
port2.on('message', (message) => {
  console.log('arrived', message, moved.buffer.byteLength);
  port2.close();
});
port1.postMessage({ text: 'with its bytes', bytes: moved.bytes }, [moved.buffer]);
const fixed = new ArrayBuffer(2, { maxByteLength: 4 });
const resized = fixed.transfer(3);
console.log(fixed.detached, resized.byteLength, resized.resizable);
