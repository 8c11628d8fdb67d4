// Every global of Node by its kind, and what only browsers have is not there.
const kinds = ['AbortController', 'AbortSignal', 'Blob', 'BroadcastChannel', 'Buffer', 'CompressionStream', 'Crypto', 'CustomEvent',
  'DOMException', 'DecompressionStream', 'Event', 'EventTarget', 'File', 'FormData', 'Headers', 'MessageChannel', 'MessageEvent',
  'MessagePort', 'Navigator', 'Performance', 'PerformanceObserver', 'ReadableStream', 'Request', 'Response', 'SharedArrayBuffer',
  'TextDecoder', 'TextDecoderStream', 'TextEncoder', 'TransformStream', 'URL', 'URLSearchParams', 'WebAssembly', 'WritableStream',
  'atob', 'btoa', 'clearImmediate', 'console', 'crypto', 'fetch', 'global', 'globalThis', 'navigator', 'performance', 'process',
  'queueMicrotask', 'setImmediate', 'structuredClone'];
for (const name of kinds) console.log(name, typeof Reflect.get(globalThis, name), name in globalThis);
const onlyBrowsers = ['window', 'self', 'document', 'location', 'localStorage', 'indexedDB', 'caches', 'XMLHttpRequest', 'importScripts',
  'postMessage', 'onmessage', 'addEventListener', 'alert', 'requestAnimationFrame', 'Notification', 'FileReader'];
console.log(onlyBrowsers.filter((name) => typeof Reflect.get(globalThis, name) !== 'undefined'));
console.log(globalThis.global === globalThis, Object.keys(globalThis).includes('process'), typeof globalThis.constructor);
