/** node:os, as far as a page can know. */
const cores = () => globalThis.navigator?.hardwareConcurrency ?? 2;

export const EOL = '\n';
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
export const hostname = () => 'browser';
export const tmpdir = () => '/tmp';
export const homedir = () => '/home';
export const totalmem = () => 2 ** 32;
export const freemem = () => 2 ** 31;
export const loadavg = () => [0, 0, 0];
export const uptime = () => globalThis.performance.now() / 1000;
