console.log('deep is first');
