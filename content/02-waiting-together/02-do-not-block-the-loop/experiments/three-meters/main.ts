// Four jobs, all of them `async`, and each takes about 300 ms.
// Three meters tell what each of them does to everybody else.
import * as jobs from './jobs.ts';
import { watch } from './meters.ts';

await watch('waiting', jobs.waiting);
await watch('reading', jobs.reading);
const { beats } = await watch('inSlices', jobs.inSlices);
await watch('inAWorker', jobs.inAWorker);

performance.mark('result', { detail: { beatsInSlices: beats } });
