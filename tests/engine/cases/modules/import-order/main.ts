// Modules run once each, after those that they import, CommonJS among them.
import './a.ts';
import './b.cjs';
import './c.ts';

console.log('main');
