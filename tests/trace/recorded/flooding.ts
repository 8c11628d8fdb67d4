setInterval(() => console.log('x'.repeat(50_000)), 1);
