process.on('warning', (warning) => {
  const { name, message, code, detail } = warning as Error & { code?: string; detail?: string };
  console.log('event:', name, '|', message, '|', code, '|', detail);
});
process.emitWarning('plain');
process.emitWarning('typed', 'MyWarning');
process.emitWarning('coded', 'MyWarning', 'MY001');
process.emitWarning('with options', { type: 'Other', code: 'MY002', detail: 'some detail' });
process.emitWarning(new RangeError('an error'));
process.emitWarning('old', 'DeprecationWarning', 'DEP_MINE');
try {
  process.emitWarning(5 as never);
} catch (error) {
  console.log((error as { code: string }).code);
}
console.log('sync code first');
