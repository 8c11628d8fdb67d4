import { domainToASCII, fileURLToPath, format, pathToFileURL, urlToHttpOptions } from 'node:url';

for (const path of ['/a/b', '/with space/ü', '/50%/q?/h#', '/tab\there', '/a/./b/../c', '/end/']) {
  const url = pathToFileURL(path);
  console.log(url.href, fileURLToPath(url));
}
console.log(fileURLToPath('file:///a%20b'), domainToASCII('español.com'), domainToASCII('xn--iñvalid.com'));
for (const wrong of ['http://x/', 'file://host/a', 'file:///a%2fb', 5 as never]) {
  try {
    fileURLToPath(wrong);
  } catch (error) {
    console.log((error as { code: string }).code, (error as Error).message);
  }
}
const url = new URL('https://user:pass@example.org:8080/p/a?q=1#frag');
console.log(format(url, { auth: false, fragment: false, search: false }), format(url));
console.log(urlToHttpOptions(url));
console.log(url, url.searchParams);
