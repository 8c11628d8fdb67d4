/**
 * What stands in for https://stackblitz.com/headless: the remote half of the protocol of @webcontainer/api 1.6.4, as a
 * page. It speaks Comlink over a port to the real client, and hands everything on to `remote-server.ts`, which runs real
 * Node.js in a temporary folder. It says nothing about what StackBlitz's own runtime does.
 *
 * The API key names what goes wrong, see `scenarios.ts`: the server takes it out of the address.
 */
// @ts-expect-error: a file of the client's package without types, served by remote-server.ts
import { Comlink as untyped } from './comlink.js';
import type { Scenario } from './scenarios.ts';

interface Comlink {
  expose(object: object, port: MessagePort): void;
  proxy<Value extends object>(object: Value): Value;
}
const comlink: Comlink = untyped;
const scenario = document.documentElement.dataset['scenario'] as Scenario;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
interface Spawn {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: { readonly cols: number; readonly rows: number };
}
type Listener = (bytes: Uint8Array | null) => unknown;

/** Answers nothing any more. */
let isGone = false;

async function ask<Answer>(path: string, body: Json = null): Promise<Answer> {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  if (isGone) await new Promise(() => undefined);
  const answer = await response.json();
  if (answer.error) throw Object.assign(new Error(answer.error.message), answer.error);
  return answer.value;
}

/** How `build` fails, where it does, in the browser's or StackBlitz's words. */
const refusals: Partial<Record<Scenario, () => Error>> = {
  refuses: () => new Error('This API key is not allowed on this domain.'),
  'no-storage': () =>
    new DOMException('Failed to register a ServiceWorker: storage is denied.', 'SecurityError'),
  'no-memory': () => new RangeError('WebAssembly.instantiate(): Out of memory'),
};

async function build({ workdirName = 'project' }: { workdirName?: string }): Promise<object> {
  if (scenario === 'stuck') await new Promise(() => undefined);
  const refusal = refusals[scenario]?.();
  if (refusal) throw refusal;
  const container = `/container/${await ask<string>('/container', { workdirName })}`;
  // A page that goes away takes its programs with it.
  addEventListener('pagehide', () => navigator.sendBeacon(`${container}/teardown`, 'null'));
  const onFiles = (operation: string) => (path: string, options: Json) =>
    ask(`${container}/fs`, { operation, path, options });
  const fs = { readdir: onFiles('readdir'), mkdir: onFiles('mkdir'), rm: onFiles('rm') };
  return comlink.proxy({
    fs: () => comlink.proxy(fs),
    previewScript: () => comlink.proxy({}),
    runtimeInfo: () => ({ path: '/usr/bin', cwd: `/home/${workdirName}` }),
    loadFiles: (bytes: Uint8Array, { mountPoints = '.' }: { mountPoints?: string }) =>
      ask(`${container}/mount`, {
        tree: JSON.parse(new TextDecoder().decode(bytes)),
        at: mountPoints,
      }),
    on: () => comlink.proxy(() => undefined),
    setCredentials: () => undefined,
    run: (spawn: Spawn, _stdout: unknown, _stderr: unknown, output?: Listener) =>
      run(container, spawn, output),
    // The page takes the frame away without waiting: an answer would come from a page that is gone, as an error.
    teardown: () => void navigator.sendBeacon(`${container}/teardown`, 'null'),
  });
}

async function run(container: string, spawn: Spawn, output?: Listener): Promise<object> {
  const noTypes = scenario === 'old-node';
  const process = `${container}/process/${await ask<string>(`${container}/run`, { ...spawn, noTypes } as unknown as Json)}`;
  const exit = Promise.withResolvers<number>();
  void follow(process, output, exit.resolve);
  return comlink.proxy({
    get onExit() {
      return exit.promise;
    },
    write: (text: string) => ask(`${process}/write`, text),
    kill: () => scenario !== 'deaf' && ask(`${process}/kill`),
    resize: (size: Json) => ask(`${process}/resize`, size),
  });
}

async function follow(
  process: string,
  output: Listener | undefined,
  exit: (code: number) => void,
): Promise<void> {
  let said = '';
  for (;;) {
    const { text, code } = await ask<{ text: string; code: number | null }>(`${process}/next`);
    if (text !== '') await output?.(new TextEncoder().encode(text));
    said += text;
    if (scenario === 'drops' && text.includes('drop')) isGone = true;
    // Nothing is asked on the way out: Firefox would tell of what was not answered.
    if (scenario === 'reloads' && text.includes('drop')) return location.reload();
    if (code === null) continue;
    await output?.(null);
    exit(code);
    if (scenario === 'sleeps' && said.includes('sleep')) isGone = true;
    return;
  }
}

// A late one begins when the test says so.
if (scenario === 'late') await ask('/late/wait');
if (scenario !== 'silent') {
  const { port1, port2 } = new MessageChannel();
  comlink.expose({ build }, port1);
  parent.postMessage({ type: 'init' }, '*', [port2]);
}
