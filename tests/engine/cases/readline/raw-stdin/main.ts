// Standard input without readline: its chunks, its end.
process.stdin.setEncoding('utf8');
let all = '';
process.stdin.on('data', (chunk) => {
  all += chunk;
});
process.stdin.on('end', () => console.log(JSON.stringify(all), process.stdin.fd));
console.log(process.stdin.isTTY, process.stdin.readableFlowing);
