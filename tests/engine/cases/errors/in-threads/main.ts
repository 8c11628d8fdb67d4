// What a thread throws arrives where it was started, as an error of the same kind.
import { isMainThread, Worker, workerData } from 'node:worker_threads';
const forms: Record<string, () => unknown> = {
  throws: () => {
    throw new RangeError('thrown');
  },
  'in a timer': () => setTimeout(() => { throw new Error('later'); }, 1),
  rejects: () => void Promise.reject(new TypeError('rejected')),
  text: () => {
    throw 'text';
  },
  nothing: () => {
    throw undefined;
  },
  'with more': () => {
    throw Object.assign(new Error('coded', { cause: new Error('why') }), { code: 'E_CODED', list: [1] });
  },
};
if (isMainThread) {
  for (const form of Object.keys(forms)) {
    const worker = new Worker(new URL(import.meta.url), { workerData: form });
    const error = await new Promise<any>((resolve) => worker.once('error', resolve));
    const isError = error instanceof Error;
    console.log(form, isError ? [error.name, error.message, (error as any).code, (error as any).list, String(error.cause)] : error);
  }
} else forms[workerData]?.();
