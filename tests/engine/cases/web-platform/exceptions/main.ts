const error = new DOMException('words', 'DataCloneError');
console.log(error.name, error.message, error.code, error instanceof Error, DOMException.ABORT_ERR, String(error));
console.log(new DOMException('m', 'OwnName').code, new DOMException().name);
console.log(Object.prototype.toString.call(error));
try {
  new AbortController().signal.throwIfAborted();
  structuredClone(() => {});
} catch (caught) {
  console.log((caught as DOMException).name);
}
