import './deep.ts';
console.log('a');
