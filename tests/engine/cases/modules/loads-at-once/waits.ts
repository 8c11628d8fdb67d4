console.log('begins, and waits for ever');
await new Promise(() => undefined);
