process.on('exit', (c) => console.log('exit handler', c));
setTimeout(() => console.log('NO'), 5);
try {
  process.exit(3);
} finally {
  console.log('NO finally');
}
