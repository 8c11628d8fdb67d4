// How processes end: by a code, by an error that nobody caught, by a signal.
import { spawn } from 'node:child_process';

const programs: Record<string, string> = {
  'runs out': '1',
  'exit code': 'process.exitCode = 4',
  'exit()': 'setInterval(() => {}, 1000); process.exit(5)',
  throws: 'throw new Error("lost")',
  rejects: 'Promise.reject(new Error("lost"))',
  'never settles': 'await new Promise(() => {})',
  'kills itself': 'process.kill(process.pid, "SIGKILL"); console.log("NO"); for (;;);',
  terminates: 'process.kill(process.pid); console.log("NO"); for (;;);',
  interrupts: 'process.kill(process.pid, "SIGINT"); setInterval(() => {}, 1000)',
  aborts: 'process.abort()',
  'hangs up': 'process.kill(process.pid, 1); setInterval(() => {}, 1000)',
};
for (const [name, program] of Object.entries(programs)) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'inherit', 'ignore'] });
  const end = await new Promise<unknown[]>((resolve) => child.once('exit', (...values) => resolve(values)));
  console.log(name, ...end, child.exitCode, child.signalCode);
}
