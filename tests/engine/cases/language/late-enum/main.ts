// A file that is imported while the program runs fails where it is imported.
try {
  await import('./colour.ts');
} catch (error) {
  const { name, code, message } = error as Error & { code: string };
  console.log(name, code);
  console.log(message.split('\n').at(-1));
}
console.log('and the program goes on');
