import process from 'node:process';

console.log(process.argv.length, process.execArgv.filter((arg) => !arg.startsWith('--disable')).length);
console.log(process.argv[1]?.endsWith('main.ts'), process.argv[0] === process.execPath);
console.log(typeof process.pid, typeof process.ppid, process.platform, process.version.split('.')[0]);
console.log(process.release.name, process.features.typescript, typeof process.config);
console.log(process.cwd(), process.uptime() > 0, process.uptime() < 60);
console.log(process.env['MISSING'], (process.env['N'] = 5 as never, process.env['N']));
delete process.env['N'];
console.log(process.env['N'], typeof process.umask(), process.exitCode);
const [seconds, nanoseconds] = process.hrtime();
const [s, n] = process.hrtime([seconds, nanoseconds]);
console.log(s, n >= 0, typeof process.hrtime.bigint());
console.log(Object.keys(process.memoryUsage()).join(), process.memoryUsage.rss() >= 0);
const usage = process.cpuUsage();
console.log(Object.keys(usage).join(), process.cpuUsage(usage).user >= 0, process.getBuiltinModule('node:path') !== undefined);
console.log(setTimeout(() => {}, 1).hasRef(), process.getActiveResourcesInfo().includes('Timeout'));
console.log(String(process), Object.prototype.toString.call(process), process.allowedNodeEnvironmentFlags instanceof Set);
console.log(process.stdout.isTTY, process.stdout.fd, process.stderr.fd, process.stdin.fd);
for (const wrong of ['x', 1.5, {}] as never[]) {
  try {
    process.exitCode = wrong;
    console.log('taken', wrong);
  } catch (error) {
    console.log((error as { code: string }).code);
  }
}
process.exitCode = undefined;
