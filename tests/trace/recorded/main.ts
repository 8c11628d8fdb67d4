// What the recorder is tried on: a little output on both streams, a block, and a result.
const start = performance.now();
while (performance.now() < start + 60);
performance.measure('work', { start });
performance.mark('result', { detail: { answered: 3 } });
console.log('one\ntwo');
console.error('three');
