const 名前 = 'ünïcödé 🧵';
console.log(名前, 名前.length, [...名前].length);
const fails = (what: string): never => { /* 🧵🧵 */ throw new Error(what); };
try {
  fails(名前);
} catch (error) {
  console.log((error as Error).stack?.split('\n')[1]?.trim().replace(/^at (\S+).*\//, '$1 '));
}
console.log('\u2028 \0 \x07'.length, `a
b`, String.raw`\n${1}`);
