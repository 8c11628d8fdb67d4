// A package that is not there.
for (const name of ['no-such-package', '@scope/none', 'no-such-package/part', 'node:p-limit']) {
  await import(name).catch((error) => console.log(error.name, error.code));
}
console.log(Object.keys(await import('p-limit')));
