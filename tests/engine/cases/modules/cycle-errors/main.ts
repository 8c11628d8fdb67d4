const failed = await import('./fails.ts').catch((error: Error) => error);
const again = await import('./fails.ts').catch((error: Error) => error);
console.log(String(failed), failed === again);
const missing = await import('./asks.ts').catch((error: Error) => error);
console.log(String(missing));
