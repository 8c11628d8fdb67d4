console.log('first — line');
console.error('a warning');
process.stdout.write('no newline');
process.exitCode = 3;
