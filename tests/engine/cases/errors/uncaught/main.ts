interface A {
  b?: { c: number };
}
function inner(a: A): number {
  return a.b!.c;
}
console.log('before');
inner({});
