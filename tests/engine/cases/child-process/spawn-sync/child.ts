let text = '';
process.stdin.setEncoding('utf8').on('data', (part) => {
  text += part;
});
process.stdin.on('end', () => {
  console.log('input', text, process.argv[2]);
  console.error('done');
  process.exitCode = 2;
});
