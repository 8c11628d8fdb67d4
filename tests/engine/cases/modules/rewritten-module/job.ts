export const version: string = 'old';
console.log('runs', version);
