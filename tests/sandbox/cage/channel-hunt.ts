/**
 * Looks for the function by which a thread speaks to its host: puts itself into every method of the language and the
 * platform that the thread's own code may call, looks at the functions on the stack, and then calls all that it has
 * found with a message that ends the run with the code `FORGED`. Prints `hunted` and how many it has found.
 */
export const FORGED = 99;

export const channelHunt = (exercise: string): string => `
  const { apply, ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect;
  const leave = globalThis.process?.exit.bind(process);
  const found = [];
  const seen = new WeakSet();
  const { has, add } = seen;
  const { MessagePort: Port } = globalThis;
  const keep = (value) => {
    if (typeof value !== 'function' && !(value instanceof Port)) return;
    if (apply(has, seen, [value]) || found.length === 1000) return;
    apply(add, seen, [value]);
    found[found.length] = value;
  };

  // The functions of the stack, where the browser hands them out; and who called them.
  Error.prepareStackTrace = (error, sites) => {
    for (let i = 0; i < sites.length; i++) {
      keep(sites[i].getFunction());
      keep(sites[i].getThis());
    }
    return String(error);
  };
  const lookAround = () => {
    const { stack } = new Error('look');
    for (let i = 0; i < found.length; i++) {
      try { keep(found[i].caller); } catch {}
    }
    return stack;
  };
  const trap = { get trapped() { lookAround(); return 1; }, toString() { lookAround(); return 'trap'; } };

  const targets = [Function, Array, Map, Set, WeakMap, WeakRef, Promise, MessagePort, EventTarget, Event, MessageEvent,
    String, Object, Symbol, RegExp, Error, TextEncoder, TextDecoder, Int32Array, Object.getPrototypeOf(Int32Array),
    DataView, Date, AbortController].flatMap((constructor) => [constructor, constructor.prototype]);
  for (const target of [...targets, Reflect, Atomics, JSON, Math]) {
    for (const key of ownKeys(target)) {
      const own = getOwnPropertyDescriptor(target, key);
      if (typeof own.value !== 'function' || key === 'constructor' || !own.configurable) continue;
      const original = own.value;
      defineProperty(target, key, { ...own, value(...args) {
        keep(this);
        for (let i = 0; i < args.length; i++) keep(args[i]);
        return apply(original, this, args);
      } });
    }
  }
  // What is set on any object goes through here, unless it is defined.
  for (const key of ['port', 'post', 'postMessage', 'onmessage', 'handler', 'listener']) {
    defineProperty(Object.prototype, key, { configurable: true, get() { return undefined; }, set(value) {
      keep(value); keep(this);
      defineProperty(this, key, { value, writable: true, configurable: true, enumerable: true });
    } });
  }

  ${exercise}

  lookAround();
  const message = { type: 'exit', code: ${FORGED} };
  console.log('hunted', found.length > 0);
  for (let i = 0; i < found.length; i++) {
    try {
      if (typeof found[i] === 'function') found[i](message);
      else found[i].postMessage(message);
    } catch {}
  }
  leave?.(0);
`;

/** Touches what a thread says to its host. */
export const engineExercise = `
  console.log(trap, [trap], new Error('shown').stack.length > 0);
  console.table([trap]);
  const [{ Worker }, { once }, fs, { setTimeout: after }] = await Promise.all(
    ['node:worker_threads', 'node:events', 'node:fs', 'node:timers/promises'].map((name) => import(name)));
  try { fs.writeFileSync('a', String(trap)); fs.readFileSync('a', 'utf8'); } catch {}
  await fs.promises.writeFile('b', String(trap));
  await after(1);
  await new Promise((resolve) => process.nextTick(() => setImmediate(resolve)));
  const child = new Worker('require("node:worker_threads").parentPort.postMessage(1)',
    { eval: true, workerData: { get here() { return lookAround(); } } });
  await once(child, 'message');
  await child.terminate();
  performance.mark('mark', { detail: { get here() { return lookAround(); } } });
`;

/** A runtime that is careless with its channel, in two ways: for a hunt that has to find something. */
export const carelessRuntime = `
  const post = globalThis.postMessage.bind(globalThis);
  const send = function (message) { const { here } = message; post(message); };
  const print = console.log;
  const sayAll = (...words) => [{ words }].forEach(send);
`;
export const carelessExercise = `sayAll('hello'); send(Object.assign(Object.create(trap), { here: trap.trapped }));`;
