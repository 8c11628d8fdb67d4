const target = { name: 'held' };
const reference = new WeakRef(target);
const registry = new FinalizationRegistry(() => console.log('never in this short life'));
registry.register(target, 'token', target);
console.log(reference.deref() === target, registry.unregister(target), registry.unregister(target));
const map = new WeakMap<object, number>([[target, 1]]);
console.log(map.get(target), map.has({}), new WeakSet([target]).has(target));
try {
  map.set(1 as never, 1);
} catch (error) {
  console.log((error as Error).name);
}
