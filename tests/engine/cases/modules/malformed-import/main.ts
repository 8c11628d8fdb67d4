for (const malformed of ['file:///%', './%.ts', '/%41%']) {
  await import(malformed).catch((error) => console.log(error.name, error.message));
}
console.log('goes on');
