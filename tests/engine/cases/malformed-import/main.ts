const show = (error: Error) => console.log(error.name, error.message);
await import('file:///%').catch(show);
await import('./%.ts').catch(show);
console.log('goes on');
