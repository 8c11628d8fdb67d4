const failed = await import('./fails.ts').catch((error: Error) => error);
const again = await import('./fails.ts').catch((error: Error) => error);
console.log(String(failed), String(again) === String(failed));
const missing = await import('./asks.ts').catch((error: Error) => error);
console.log(String(missing));
