console.log('before');
void Promise.reject('only text');
setTimeout(() => console.log('never'), 20);
