// A consumer that is slower than its source pulls; a return in the middle closes the source.
async function* source(name: string): AsyncGenerator<number> {
  try {
    for (let n = 1; ; n++) {
      console.log(name, 'gives', n);
      yield n;
    }
  } finally {
    await null;
    console.log(name, 'closed');
  }
}
for await (const n of source('a')) {
  if (n === 2) break;
}
const second = source('b');
console.log(await second.next(), await second.return(9), await second.next());
const third = source('c');
await third.next();
console.log(await third.throw(new Error('into it')).catch(String));
const fourth = source('d');
console.log(await Promise.all([fourth.next(), fourth.next(), fourth.return(0)]));
await Array.fromAsync([1, 2], async (n) => {
  await null;
  console.log('mapped', n);
});
