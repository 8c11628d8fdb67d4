// A process outlives the one that started it, and goes on printing.
import { fork } from 'node:child_process';

const child = fork('child.ts');
child.on('message', () => {
  console.log('the parent leaves');
  process.exit(6);
});
