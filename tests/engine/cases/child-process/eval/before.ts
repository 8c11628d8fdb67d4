Object.assign(globalThis, { before: 'was here' });
console.log('before');
