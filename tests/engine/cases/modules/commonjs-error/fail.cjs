exports.fail = function fail(times) {
  if (times > 0) return fail(times - 1);
  throw new Error('from CommonJS');
};
