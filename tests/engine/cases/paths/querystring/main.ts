import querystring from 'node:querystring';

console.log(querystring.parse('a=1&b=2&a=3&c&=d&e=%20x+y&f=%zz'));
console.log({ ...querystring.parse('a:1;b:2', ';', ':') }, Object.keys(querystring.parse('a=1&b=2&c=3', '&', '=', { maxKeys: 2 })));
console.log(querystring.stringify({ a: 'x y', b: ['1', '2'], c: 3, d: true, e: null, f: undefined, g: Number.NaN, h: 'ü&=' }));
console.log(querystring.stringify({ a: 1, b: 2 }, ';', ':'), querystring.escape('a/b'), querystring.unescape('%41%zz'));
console.log(querystring.encode === querystring.stringify, querystring.decode === querystring.parse);
