const memory = new SharedArrayBuffer(4, { maxByteLength: 16 });
const bytes = new Uint8Array(memory);
console.log(memory.byteLength, memory.growable, memory.maxByteLength, bytes.length);
memory.grow(8);
console.log(memory.byteLength, bytes.length);
for (const size of [2, 32]) {
  try {
    memory.grow(size);
  } catch (error) {
    console.log(size, (error as Error).name);
  }
}
const slice = memory.slice(0, 2);
console.log(slice instanceof SharedArrayBuffer, slice !== memory, memory);
const clone = structuredClone(bytes);
clone[0] = 7;
console.log(bytes[0], clone.buffer !== memory);
