process.on('exit', (code) => console.log('exit', code));
void Promise.reject('only a text');
setTimeout(() => console.log('never'), 50);
