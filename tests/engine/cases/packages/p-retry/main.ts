// p-retry: tries again until it works, or is told that it never will.
import pRetry, { AbortError } from 'p-retry';

let tries = 0;
const value = await pRetry(
  async (attempt) => {
    tries++;
    if (attempt < 3) throw new Error(`attempt ${attempt}`);
    return 'done';
  },
  {
    retries: 5,
    minTimeout: 1,
    onFailedAttempt: ({ error, attemptNumber, retriesLeft }) =>
      console.log(error.message, attemptNumber, retriesLeft),
  },
);
console.log(value, tries);

await pRetry(() => Promise.reject(new AbortError('never')), { minTimeout: 1 }).catch((error) =>
  console.log(error.message),
);
await pRetry(
  async () => {
    throw new Error('always');
  },
  { retries: 2, minTimeout: 1 },
).catch((error) => console.log(error.message));
