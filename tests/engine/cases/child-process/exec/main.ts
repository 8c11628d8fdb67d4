// The functions that gather what a process prints.
import { exec, execFile, execFileSync, execSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
console.log(await run(process.execPath, ['-e', 'console.log("out"); console.error("err")']));
try {
  await run('node', ['-e', 'console.log("half"); process.exit(3)']);
} catch (error) {
  const { message, code, killed, signal, cmd, stdout } = error as Error & Record<string, unknown>;
  console.log([message, code, killed, signal, cmd, stdout]);
}
console.log(execFileSync('node', ['-e', 'console.log("sync")'], { encoding: 'utf8' }).trim());
try {
  execFileSync('node', ['-e', 'process.exit(4)'], { stdio: 'pipe' });
} catch (error) {
  const { message, status, signal } = error as Error & Record<string, unknown>;
  console.log([message, status, signal]);
}
console.log(String(execSync('node -e "console.log(1 + 1)"')).trim());
exec(`node -e 'process.stdout.write("a quoted " + process.argv[1])' "word and more"`, (error, stdout, stderr) => {
  console.log(error, JSON.stringify(stdout), JSON.stringify(stderr));
  exec('no-such-program --flag', (failed, out, err) => console.log(failed?.code, out, err.trim()));
});
