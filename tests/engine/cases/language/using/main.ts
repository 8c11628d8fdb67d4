// What is used is given back at the end of its block, in reverse order, also after an error.
class Lock {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
    console.log('take', name);
  }
  [Symbol.dispose](): void {
    console.log('give back', this.name);
  }
}
class File {
  async [Symbol.asyncDispose](): Promise<void> {
    await null;
    console.log('closed');
  }
}
{
  using outer = new Lock('outer');
  using inner = new Lock('inner');
  console.log('inside', outer.name, inner.name);
}
try {
  using lock = new Lock('failing');
  throw new Error(`while holding ${lock.name}`);
} catch (error) {
  console.log((error as Error).message);
}
{
  await using file = new File();
  console.log('open', file instanceof File);
}
const stack = new DisposableStack();
stack.defer(() => console.log('deferred first, done last'));
stack.use(new Lock('stacked'));
stack.dispose();
console.log(stack.disposed);
