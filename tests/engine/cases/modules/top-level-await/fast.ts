console.log('fast begins');
await null;
console.log('fast goes on');
export const fast = 'fast';
