import { expect, test } from 'vitest';
import { headersFor, parseHeaders } from '../../tools/send-headers.ts';

const rules = parseHeaders(`
# a comment
/*
  X-Content-Type-Options: nosniff
/kept/*
  # another
  Cache-Control: public, max-age=60
/one
  Link: </a>; rel="next"
`);

test.for([
  ['/', ['X-Content-Type-Options']],
  ['/kept/a.js', ['X-Content-Type-Options', 'Cache-Control']],
  ['/kept', ['X-Content-Type-Options']],
  ['/one', ['X-Content-Type-Options', 'Link']],
  ['/one/two', ['X-Content-Type-Options']],
] as const)('%s gets %s', ([path, names]) => {
  expect(headersFor(rules, path).map(([name]) => name)).toEqual(names);
});

test('a value is taken as it stands', () => {
  expect(headersFor(rules, '/one')).toContainEqual(['Link', '</a>; rel="next"']);
});

test.for([
  ['  Name: before a path', 1],
  ['/a\n  not a header', 2],
  ['/a*b', 1],
] as const)('what hosts would not understand is refused: %j', ([text, line]) => {
  expect(() => parseHeaders(text)).toThrow(`public/_headers:${line}: neither a path nor a header`);
});
