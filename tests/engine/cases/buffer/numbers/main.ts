const buffer = Buffer.alloc(16);
buffer.writeUInt8(255, 0);
buffer.writeInt16BE(-2, 1);
buffer.writeUInt32LE(0xdeadbeef, 3);
buffer.writeFloatBE(1.5, 7);
buffer.writeUIntBE(0x010203, 11, 3);
console.log(buffer, buffer.readUInt8(0), buffer.readInt16BE(1), buffer.readUInt32LE(3).toString(16), buffer.readFloatBE(7), buffer.readUIntBE(11, 3));
const big = Buffer.alloc(8);
big.writeBigUInt64BE(2n ** 63n);
console.log(big.readBigInt64BE(), big.readBigUInt64LE(), big.readDoubleBE());
big.writeDoubleLE(Math.PI);
console.log(big, big.readDoubleLE(), big.swap64() === big, big);
for (const misuse of [() => big.readUInt8(8), () => big.writeUInt8(256, 0)]) {
  try {
    console.log(misuse());
  } catch (error) {
    console.log((error as Error).name);
  }
}
