// What many loads at once have in common runs once; no load is over because of it while its own file is on its way.
const names = Array.from({ length: 30 }, (_, i) => `./each.ts?${i}`);
await Promise.all(names.map((name) => import(name)));
const { count } = await import('./count.ts');
console.log(count());

// One that waits for ever holds nobody.
void import('./each.ts?last').then(() => console.log('the last'));
void import('./waits.ts');
