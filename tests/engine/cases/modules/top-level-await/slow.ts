console.log('slow begins');
await new Promise((resolve) => setTimeout(resolve, 20));
console.log('slow goes on');
export const slow = 'slow';
