const numbers = new ReadableStream<number>({
  start(controller) {
    for (const n of [1, 2, 3]) controller.enqueue(n);
    controller.close();
  },
});
const doubled = numbers.pipeThrough(
  new TransformStream<number, number>({
    transform: (n, controller) => controller.enqueue(n * 2),
    flush: (controller) => controller.enqueue(-1),
  }),
);
const [left, right] = doubled.tee();
const seen: number[] = [];
await left.pipeTo(new WritableStream({ write: (n) => void seen.push(n), close: () => console.log('closed') }));
console.log(seen, await Array.fromAsync(right));
let pulls = 0;
const pulled = new ReadableStream<number>({ pull: (controller) => controller.enqueue(++pulls) }, new CountQueuingStrategy({ highWaterMark: 2 }));
const reader = pulled.getReader();
console.log((await reader.read()).value, pulled.locked);
await reader.cancel('enough');
console.log((await reader.read()).done, await reader.closed);
const failing = new ReadableStream({ start: (controller) => controller.error(new RangeError('source')) });
console.log(await failing.getReader().read().catch(String));
const text = new ReadableStream({
  start(controller) {
    controller.enqueue(Uint8Array.of(0xc3));
    controller.enqueue(Uint8Array.of(0xbc));
    controller.close();
  },
}).pipeThrough(new TextDecoderStream());
console.log((await Array.fromAsync(text)).join(''));
const squeezed = new Response('a'.repeat(1_000)).body!.pipeThrough(new CompressionStream('gzip'));
const back = squeezed.pipeThrough(new DecompressionStream('gzip'));
console.log((await new Response(back).text()).length);
