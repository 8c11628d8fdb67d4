function fail(): never {
  throw 'only text';
}
process.on('exit', (code) => console.log('exit', code));
fail();
