// What is written without line ends stays as it is; a callback comes when it is out.
process.stdout.write('no line end');
process.stdout.write('\n');
console.log(process.stdout.write('with a callback\n', () => console.log('was written')));
process.stdout.write(Buffer.from('bytes ü\n'));
process.stdout.write(new Uint8Array([65, 10]));
console.log(process.stdout.isTTY ?? false, process.stdout.fd, process.stderr.fd, typeof process.stdout.columns);
process.stderr.write('to stderr\n');
console.log('\x1b[31mred\x1b[0m stays as it is');
console.log('tab\tand\r\nreturn');
process.stdout.end?.call;
