/** node:util/types. What a value is by its own word, since a page cannot look behind it. */

const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);
const isTagged =
  (...tags: string[]) =>
  (value: unknown): boolean =>
    typeof value === 'object' && value !== null && tags.includes(tagOf(value));
const isTaggedFunction =
  (...tags: string[]) =>
  (value: unknown): boolean =>
    typeof value === 'function' && tags.includes(tagOf(value));

/** Whether the method can be called on it, which only works on what was made by the right constructor. */
function isA(prototype: object, method: string) {
  const known: unknown =
    Object.getOwnPropertyDescriptor(prototype, method)?.get ?? Reflect.get(prototype, method);
  return (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    try {
      Reflect.apply(known as () => unknown, value, [value]);
      return true;
    } catch {
      return false;
    }
  };
}

const typedArrayName = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  Symbol.toStringTag,
)?.get;
const isArrayNamed = (name: string) => (value: unknown) => typedArrayName?.call(value) === name;

export const isDate = isA(Date.prototype, 'getTime');
export const isMap = isA(Map.prototype, 'has');
export const isSet = isA(Set.prototype, 'has');
export const isWeakMap = isA(WeakMap.prototype, 'has');
export const isWeakSet = isA(WeakSet.prototype, 'has');
export const isArrayBuffer = isA(ArrayBuffer.prototype, 'byteLength');
export const isSharedArrayBuffer = isTagged('SharedArrayBuffer');
export const isNumberObject = isA(Number.prototype, 'valueOf');
export const isStringObject = isA(String.prototype, 'valueOf');
export const isBooleanObject = isA(Boolean.prototype, 'valueOf');
export const isBigIntObject = isA(BigInt.prototype, 'valueOf');
export const isSymbolObject = isA(Symbol.prototype, 'valueOf');
export const isRegExp = (value: unknown): boolean => value instanceof RegExp;
export const isPromise = (value: unknown): boolean => value instanceof Promise;
export const isNativeError = (value: unknown): boolean => value instanceof Error;
export const isAnyArrayBuffer = (value: unknown): boolean =>
  isArrayBuffer(value) || isSharedArrayBuffer(value);
export const isBoxedPrimitive = (value: unknown): boolean =>
  [isNumberObject, isStringObject, isBooleanObject, isBigIntObject, isSymbolObject].some((is) =>
    is(value),
  );
export const { isView: isArrayBufferView } = ArrayBuffer;
export const isDataView = (value: unknown): boolean => value instanceof DataView;
export const isTypedArray = (value: unknown): boolean => typedArrayName?.call(value) !== undefined;
export const isUint8Array = isArrayNamed('Uint8Array');
export const isUint8ClampedArray = isArrayNamed('Uint8ClampedArray');
export const isUint16Array = isArrayNamed('Uint16Array');
export const isUint32Array = isArrayNamed('Uint32Array');
export const isInt8Array = isArrayNamed('Int8Array');
export const isInt16Array = isArrayNamed('Int16Array');
export const isInt32Array = isArrayNamed('Int32Array');
export const isFloat16Array = isArrayNamed('Float16Array');
export const isFloat32Array = isArrayNamed('Float32Array');
export const isFloat64Array = isArrayNamed('Float64Array');
export const isBigInt64Array = isArrayNamed('BigInt64Array');
export const isBigUint64Array = isArrayNamed('BigUint64Array');
export const isArgumentsObject = isTagged('Arguments');
export const isMapIterator = isTagged('Map Iterator');
export const isSetIterator = isTagged('Set Iterator');
export const isGeneratorObject = isTagged('Generator', 'AsyncGenerator');
export const isGeneratorFunction = isTaggedFunction('GeneratorFunction', 'AsyncGeneratorFunction');
export const isAsyncFunction = isTaggedFunction('AsyncFunction', 'AsyncGeneratorFunction');
export const isModuleNamespaceObject = isTagged('Module');
export const isCryptoKey = isTagged('CryptoKey');
/** There are none in a browser. */
export const isExternal = (_value: unknown): boolean => false;
export const isKeyObject = (_value: unknown): boolean => false;
