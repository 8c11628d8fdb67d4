console.log('main is last');
import './a.ts';
import './b.ts';
import './a.ts';
