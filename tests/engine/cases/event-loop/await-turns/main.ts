// How many turns of the microtask queue an await takes.
const order: string[] = [];
const note = (name: string) => order.push(name);
async function plain(): Promise<void> {
  await null;
  note('await of a value');
}
async function returned(): Promise<string> {
  return Promise.resolve('promise');
}
const thenable = {
  // biome-ignore lint/suspicious/noThenProperty: that is what this is about
  then(resolve: (value: string) => void) {
    note('then is called');
    resolve('thenable');
  },
};
async function awaitsThenable(): Promise<void> {
  note(await (thenable as unknown as Promise<string>));
}
void returned().then(note);
void plain();
void awaitsThenable();
Promise.resolve()
  .then(() => note('1'))
  .then(() => note('2'))
  .then(() => note('3'))
  .then(() => note('4'));
await new Promise((resolve) => setTimeout(resolve, 1));
console.log(order);
