import './shared.ts';
import './b.cjs';
await null;
console.log('c');
