// Where a process's output may go: to its parent's, nowhere, both streams into one, and its input from nowhere.
import { spawn } from 'node:child_process';

const program = 'console.log("out"); console.error("err"); process.stdin.on("end", () => console.log("no input")).resume()';
const run = (stdio: 'inherit' | 'ignore' | ('inherit' | 'ignore' | 'pipe' | number | object)[]) => {
  const child = spawn(process.execPath, ['-e', program], { stdio: stdio as 'inherit' });
  console.log(child.stdin, child.stdout, child.stderr, child.stdio.length);
  return new Promise((resolve) => child.once('close', resolve));
};
console.log('inherit', await run(['ignore', 'inherit', 'inherit']));
console.log('ignore', await run('ignore'));
console.log('out only', await run(['ignore', 1, 'ignore']));
console.log('both to stdout', await run(['ignore', 'inherit', 1]));
console.log('streams', await run(['ignore', process.stdout, process.stderr]));
