process.on('SIGTERM', () => console.log('NO'));
console.log('spinning');
for (;;);
