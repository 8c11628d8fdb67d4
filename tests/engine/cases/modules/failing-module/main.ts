// A module that threw throws the same error again; one that is not there can be asked for and caught.
const attempt = () => import('./fails.ts').catch((error: Error) => error);
const first = await attempt();
console.log(String(first), first === (await attempt()));
for (const name of ['./nope.ts', 'not-installed']) {
  await import(name).catch(({ code }) => console.log(name, code));
}
