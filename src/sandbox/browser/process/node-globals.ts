/**
 * The names that Node 24 has in its global scope, those of the language included. A worker has many more: a program
 * must find what it finds on Node, and nothing by which a browser reaches out, also not what a browser adds tomorrow.
 */
export const nodeGlobals: ReadonlySet<string> = new Set(
  (
    'AbortController AbortSignal AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array ' +
    'BigUint64Array Blob Boolean BroadcastChannel Buffer ByteLengthQueuingStrategy CloseEvent CompressionStream ' +
    'CountQueuingStrategy Crypto CryptoKey CustomEvent DOMException DataView Date DecompressionStream ' +
    'DisposableStack Error ErrorEvent EvalError Event EventTarget File FinalizationRegistry Float16Array ' +
    'Float32Array Float64Array FormData Function Headers Infinity Int16Array Int32Array Int8Array Intl Iterator ' +
    'JSON Map Math MessageChannel MessageEvent MessagePort NaN Navigator Number Object Performance ' +
    'PerformanceEntry PerformanceMark PerformanceMeasure PerformanceObserver PerformanceObserverEntryList ' +
    'PerformanceResourceTiming Promise Proxy RangeError ReadableByteStreamController ReadableStream ' +
    'ReadableStreamBYOBReader ReadableStreamBYOBRequest ReadableStreamDefaultController ' +
    'ReadableStreamDefaultReader ReferenceError Reflect RegExp Request Response Set SharedArrayBuffer String ' +
    'SubtleCrypto SuppressedError Symbol SyntaxError TextDecoder TextDecoderStream TextEncoder TextEncoderStream ' +
    'TransformStream TransformStreamDefaultController TypeError URIError URL URLPattern URLSearchParams Uint16Array ' +
    'Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly WritableStream ' +
    'WritableStreamDefaultController WritableStreamDefaultWriter atob btoa clearImmediate clearInterval ' +
    'clearTimeout console constructor crypto decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval ' +
    'fetch global globalThis isFinite isNaN navigator parseFloat parseInt performance process queueMicrotask ' +
    'setImmediate setInterval setTimeout structuredClone undefined unescape'
  ).split(' '),
);
