function* count(to: number): Generator<number, string, undefined> {
  try {
    for (let i = 0; i < to; i++) yield i;
    return 'done';
  } finally {
    console.log('counted');
  }
}
console.log([...count(3)]);
for (const n of count(9)) if (n === 1) break;
const generator = count(1);
console.log(generator.next(), generator.next(), generator.next());
const squares = count(6)
  .filter((n) => n % 2 === 1)
  .map((n) => n * n)
  .take(2);
console.log(squares.toArray());
const conversation = (function* (): Generator<string, void, string> {
  const name = yield 'who?';
  yield `hello ${name}`;
})();
console.log(conversation.next().value, conversation.next('Ada').value);
async function* slowly(): AsyncGenerator<number> {
  yield 1;
  await null;
  yield* [2, Promise.resolve(3)];
}
for await (const n of slowly()) console.log(n);
for await (const n of [Promise.resolve('a'), 'b']) console.log(n);
const delegate = (function* () {
  const result = yield* count(1);
  console.log('delegated to', result);
})();
console.log([...delegate]);
