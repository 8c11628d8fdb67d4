void import('./waits.ts');
import('./far.ts').then(({ far }) => console.log(far));
console.log('main is over');
