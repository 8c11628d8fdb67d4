// Work of the platform's own keeps the program alive while nothing else does.
console.log(await new Response('{"from":"a response"}').json());
const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
console.log((await WebAssembly.compile(empty)) instanceof WebAssembly.Module);
const text = new Response('packed'.repeat(1000)).body as ReadableStream<Uint8Array<ArrayBuffer>>;
const packed = text.pipeThrough(new CompressionStream('gzip'));
console.log((await new Response(packed).arrayBuffer()).byteLength < 200);
