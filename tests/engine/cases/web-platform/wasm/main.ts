// (module (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))
const bytes = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 2, 127, 127, 1, 127, 3, 2, 1, 0, 7, 7, 1, 3, 97, 100, 100, 0, 0, 10, 9, 1, 7, 0, 32, 0, 32, 1, 106, 11]);
console.log(WebAssembly.validate(bytes), WebAssembly.validate(bytes.slice(1)));
const { instance, module } = await WebAssembly.instantiate(bytes);
console.log((instance.exports['add'] as (a: number, b: number) => number)(40, 2), WebAssembly.Module.exports(module).map(({ name, kind }) => `${kind} ${name}`));
await WebAssembly.compile(bytes.slice(4)).catch((error: Error) => console.log(error instanceof WebAssembly.CompileError));
const shared = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
console.log(shared.buffer instanceof SharedArrayBuffer, shared.grow(1), shared.buffer.byteLength);
