console.log('before');
throw { status: 404, nested: { path: ['a', 'b'] } };
