export function fail(): never {
  throw new RangeError('from fail');
}
