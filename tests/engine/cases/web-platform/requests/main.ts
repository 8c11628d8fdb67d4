// Requests and responses are values of their own; nothing is sent here.
const headers = new Headers({ 'Content-Type': 'text/plain', 'x-a': '1' });
headers.append('X-A', '2');
console.log([...headers], headers.get('X-a'), headers.has('none'));
const request = new Request('http://localhost:1/a?b', { method: 'POST', body: 'text', headers });
console.log(request.method, request.url, await request.text(), request.bodyUsed);
const response = Response.json({ a: [1] }, { status: 201, headers: { etag: 'x' } });
console.log(response.status, response.ok, response.headers.get('content-type'), await response.clone().json(), response.bodyUsed);
console.log(await response.text(), await response.text().catch((error) => error.name));
const form = new FormData();
form.append('a', '1');
form.append('a', '2');
form.set('b', new Blob(['x']), 'b.txt');
console.log(form.getAll('a'), (form.get('b') as File).name, [...form.keys()]);
console.log(await new Response(new URLSearchParams({ q: 'a b' })).text(), Response.error().type, Response.redirect('http://a/', 302).status);
for (const address of ['not an address', 'nonsense://x/', 'http://localhost:1/']) {
  await fetch(address).catch(({ name, message }) => console.log(address, name, message));
}
