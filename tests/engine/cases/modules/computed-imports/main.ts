// Specifiers that are only known when the program runs.
for (const name of ['one', 'two']) {
  const { default: value } = await import(`./parts/${name}.ts`);
  console.log(value);
}
const modules = ['cry' + 'pto', 'asse' + 'rt', 'timers/' + 'promises'];
for (const name of modules) {
  const found = await import(`node:${name}`);
  console.log(name, typeof found.default);
}
const url = new URL('./parts/one.ts', import.meta.url);
console.log((await import(url.href)).default, (await import(url as unknown as string)).default);
