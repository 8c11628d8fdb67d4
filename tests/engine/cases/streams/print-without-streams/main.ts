// The same, in a program that imports nothing.
const order: string[] = [];
console.log(process.stdout.write('one\n', () => order.push('written')));
process.stderr.write('to the other\n');
process.stdout.write(Buffer.from('two\n'));
queueMicrotask(() => order.push('microtask'));
process.nextTick(() => order.push('tick'));
setImmediate(() => console.log(order.join()));
console.log(typeof process.stdout.isTTY, typeof process.stdout.hasColors, process.stdout.fd);
