const errors = [new TypeError('first'), new Error('second')];
try {
  await Promise.any(errors.map((error) => Promise.reject(error)));
} catch (error) {
  const { name, errors: all } = error as AggregateError;
  console.log(name, all.map(String), all[0] === errors[0]);
}
throw new AggregateError(errors, 'Everything failed');
