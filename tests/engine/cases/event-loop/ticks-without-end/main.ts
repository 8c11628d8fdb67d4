// Ticks that make ticks starve the loop, but what has run is let go of: each of these has a megabyte with it, 8 GB in all.
let ran = 0;
const tick = (kept: Uint8Array): void => {
  ran += kept.length;
  if (ran < 8_000_000_000) process.nextTick(tick, new Uint8Array(1_000_000));
};
process.nextTick(tick, new Uint8Array(1_000_000));
setImmediate(() => console.log('an immediate, after', ran));
