let i = 0;
while (true) console.log('line number', i++, { a: 1 });
