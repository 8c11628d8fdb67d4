console.log('runs once');
throw new Error('on purpose');
