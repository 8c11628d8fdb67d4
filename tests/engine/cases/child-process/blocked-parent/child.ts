import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [, , name = ''] = process.argv;
writeFileSync(name, '');
const timer = setInterval(() => {
  if (!existsSync('go') || readFileSync('go', 'utf8') === '') return;
  clearInterval(timer);
  writeFileSync(`${name}.part`, `${name} saw ${readFileSync('go', 'utf8')}`);
  writeFileSync(`${name}.done`, `${name} saw ${readFileSync('go', 'utf8')}`);
}, 1);
