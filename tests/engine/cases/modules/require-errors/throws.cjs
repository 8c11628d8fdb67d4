globalThis.tries = (globalThis.tries ?? 0) + 1;
throw new RangeError(`try ${globalThis.tries}`);
