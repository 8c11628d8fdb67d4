import { closeSync, fsyncSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';

const [, , journal = '', life = '', crash = ''] = process.argv;
const begun = readFileSync(journal, 'utf8').split('\n').filter((line) => line.includes('step')).length;
writeFileSync(`${journal}.${life}`, 'mine');
for (let step = begun; step < 5; step++) {
  const file = openSync(journal, 'a');
  writeSync(file, `${life} step ${step}\n`);
  fsyncSync(file);
  closeSync(file);
  if (String(step) === crash) {
    process.kill(process.pid, 'SIGKILL');
    for (;;);
  }
}
