/** node:os, as far as a page can know. */
import { signalNumbers } from '../../wire/signals.ts';
import { nodeProcess } from './process.ts';

const cores = (): number => globalThis.navigator?.hardwareConcurrency ?? 2;

export const EOL = '\n';
export const devNull = '/dev/null';
export const availableParallelism = cores;
export const cpus = () =>
  Array.from({ length: cores() }, () => ({
    model: 'browser',
    speed: 0,
    times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 },
  }));
export const platform = () => 'linux';
export const type = () => 'Linux';
export const arch = () => 'wasm';
export const machine = () => 'wasm';
export const release = () => '0.0.0';
export const version = () => 'browser';
export const endianness = () => 'LE';
export const hostname = () => 'browser';
export const tmpdir = () => nodeProcess.env['TMPDIR'] ?? '/tmp';
export const homedir = () => nodeProcess.env['HOME'] ?? '/home';
export const totalmem = () => 2 ** 32;
export const freemem = () => 2 ** 31;
export const loadavg = () => [0, 0, 0];
export const uptime = () => globalThis.performance.now() / 1000;
export const networkInterfaces = () => ({});
export const userInfo = () => ({
  uid: 1000,
  gid: 1000,
  username: 'reader',
  homedir: homedir(),
  shell: null,
});

/** Of Linux. */
export const constants = {
  UV_UDP_REUSEADDR: 4,
  signals: signalNumbers,
  errno: { EPERM: 1, ENOENT: 2, EAGAIN: 11, EACCES: 13, EEXIST: 17, ENOTDIR: 20, EISDIR: 21 },
  priority: {
    PRIORITY_LOW: 19,
    PRIORITY_BELOW_NORMAL: 10,
    PRIORITY_NORMAL: 0,
    PRIORITY_ABOVE_NORMAL: -7,
    PRIORITY_HIGH: -14,
    PRIORITY_HIGHEST: -20,
  },
} as const;
