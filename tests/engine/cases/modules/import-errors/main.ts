// What `import()` rejects with.
const specifiers = [
  './parts/a', './parts', './parts/', './nope.ts', './nope', './notes.txt', './data.json', './parts/a.ts?x=1',
  'node:nope', 'http://example.org/x.js', 'foo:bar', './%zz', '/nope.js', 'file:///nope.js', './main.ts#again',
];
for (const specifier of specifiers) {
  if (specifier.startsWith('./main')) continue;
  try {
    const found = await import(specifier);
    console.log(specifier, '->', found);
  } catch (error) {
    const { name, code, message, url } = error as NodeJS.ErrnoException & { url?: string };
    console.log(specifier, '->', name, code, url ?? '');
    console.log(`  ${message.replaceAll('\n', '\n  ')}`);
  }
}
for (const attributes of [{ type: 'css' }, { kind: 'json' }, { type: 'json' }]) {
  await import('./data.json', { with: attributes }).then(
    (found) => console.log(found),
    (error) => console.log(error.name, error.code, error.message),
  );
}
await import('./other.ts', { with: { type: 'json' } }).catch((error) =>
  console.log(error.name, error.code, error.message),
);
