const t = performance.now();
for (let i = 0; i < 4; i++) {
  console.log('step', i);
  const e = performance.now() + 200;
  while (performance.now() < e);
}
