import './deep.ts';
console.log('b');
