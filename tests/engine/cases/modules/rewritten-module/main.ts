import { readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
writeFileSync('job.ts', "export const version = 'new';\nconsole.log('runs', version);\n");
console.log(readFileSync('job.ts', 'utf8').split('\n')[0]);
const { version } = await import('./job.ts');
console.log(version);
new Worker('./job.ts').on('exit', (code) => console.log('exit', code));
