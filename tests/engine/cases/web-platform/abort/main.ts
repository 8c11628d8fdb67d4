const controller = new AbortController();
const { signal } = controller;
signal.addEventListener('abort', ({ type }) => console.log('event', type, signal.reason.name), { once: true });
signal.onabort = () => console.log('handler');
console.log(signal.aborted, signal.reason);
controller.abort();
controller.abort(new Error('again'));
console.log(signal.aborted, signal.reason.name, signal.reason.code, signal.reason instanceof DOMException);
try {
  signal.throwIfAborted();
} catch (error) {
  console.log(error === signal.reason);
}
console.log(AbortSignal.abort('why').reason, AbortSignal.abort().reason.message);
const own = new AbortController();
const any = AbortSignal.any([own.signal, AbortSignal.timeout(10_000)]);
any.addEventListener('abort', () => console.log('any', any.reason));
own.abort('stop');
console.log(AbortSignal.any([AbortSignal.abort(1), AbortSignal.abort(2)]).reason, AbortSignal.any([]).aborted);
const timeout = AbortSignal.timeout(5);
await new Promise((resolve) => {
  timeout.addEventListener('abort', resolve);
  setTimeout(() => undefined, 50);
});
console.log(timeout.reason.name, timeout.reason.code, timeout.reason.message);
