/** A container that is ready, and the processes in it. */
import type { WebContainer } from '@webcontainer/api';
import type { Program, Sandbox } from '../engine.ts';
import type { Stripper } from '../typescript/stripper.ts';
import type { Container } from './container.ts';
import { Heartbeat } from './heartbeat.ts';
import { ContainerProcess } from './process.ts';
import {
  packageJson,
  programFiles,
  TRACE_PRELOAD,
  treeOf,
  WITHOUT_TYPES,
} from './program-files.ts';
import type { Settings } from './settings.ts';

/** Where a program is put that runs while another is in the container's own folder. */
const BESIDE = '.beside';
/** Programs measure no terminal; what wraps its lines gets the usual width. */
const TERMINAL = { cols: 80, rows: 24 };

export interface SandboxOptions {
  readonly container: Container;
  readonly instance: WebContainer;
  readonly stripper: Stripper;
  readonly settings: Settings;
  /** Whether its Node.js takes types out by itself: see `takesTypesOut`. */
  readonly takesTypesOut: boolean;
  /** A process ignored its end, so the container was closed. */
  onDeaf(): void;
}

export class ContainerSandbox implements Sandbox {
  readonly #options: SandboxOptions;
  readonly #running = new Map<string, ContainerProcess>();
  readonly #taken = new Set<string>();
  readonly #heartbeat: Heartbeat;

  constructor(options: SandboxOptions) {
    this.#options = options;
    const { container, instance, settings } = options;
    this.#heartbeat = new Heartbeat(
      () => instance.fs.readdir('.'),
      () => container.close('silent'),
      settings,
    );
    void container.over.then((why) => {
      this.#heartbeat.stop();
      for (const process of this.#running.values()) process.lose(why);
    });
  }

  async spawn(program: Program): Promise<ContainerProcess> {
    const { container } = this.#options;
    const folder = this.#takeFolder();
    // Between two runs nobody asks: it may be gone for long.
    this.#heartbeat.start();
    try {
      return await container.whileThere(this.#spawnIn(folder, program));
    } catch (error) {
      this.#forget(folder);
      throw error;
    }
  }

  async dispose(): Promise<void> {
    const isDeaf = [...this.#running.values()].some(({ ignoresKill }) => ignoresKill);
    this.#options.container.close('closed');
    if (isDeaf) this.#options.onDeaf();
  }

  async #spawnIn(folder: string, program: Program): Promise<ContainerProcess> {
    const { instance, takesTypesOut, stripper, settings } = this.#options;
    const files = await programFiles(program, takesTypesOut ? undefined : stripper);
    await this.#clear(folder);
    await instance.mount(files, { mountPoint: folder });
    const preloads = [TRACE_PRELOAD, ...(takesTypesOut ? [] : [WITHOUT_TYPES])];
    const flags = preloads.flatMap((preload) => ['--import', preload]);
    const { entry, args = [], env = {} } = program;
    const beganAt = performance.now();
    const process = await instance.spawn(
      'node',
      ['--disable-warning=ExperimentalWarning', ...flags, entry, ...args],
      {
        cwd: folder,
        terminal: TERMINAL,
        env: {
          // The output is read as text: colours would only have to be taken out again.
          NO_COLOR: '1',
          TRACE_ORIGIN: String(performance.timeOrigin + beganAt),
          ...env,
        },
      },
    );
    const running = new ContainerProcess(process, {
      beganAt,
      lastOutputMs: settings.lastOutputMs,
      onOver: () => this.#forget(folder),
    });
    this.#running.set(folder, running);
    return running;
  }

  /** A run finds nothing of the run before. */
  async #clear(folder: string): Promise<void> {
    const { fs } = this.#options.instance;
    await fs.mkdir(folder, { recursive: true });
    const names = await fs.readdir(folder);
    const old = names.filter((name) => !(folder === '.' && name === BESIDE));
    await Promise.all(
      old.map((name) => fs.rm(`${folder}/${name}`, { recursive: true, force: true })),
    );
  }

  #takeFolder(): string {
    let folder = '.';
    for (let place = 1; this.#taken.has(folder); place++) folder = `${BESIDE}/${place}`;
    this.#taken.add(folder);
    return folder;
  }

  #forget(folder: string): void {
    this.#running.delete(folder);
    this.#taken.delete(folder);
    if (this.#taken.size === 0) this.#heartbeat.stop();
  }
}

/** Asks a container's Node.js, once it knows which one is wanted, whether it runs `.ts` files as they are. */
export async function takesTypesOut(instance: WebContainer): Promise<boolean> {
  await instance.mount(treeOf({ 'package.json': packageJson }));
  const process = await instance.spawn('node', ['-p', 'process.features.typescript']);
  let answer = '';
  const taken = process.output.pipeTo(
    new WritableStream({
      write(text) {
        answer += text;
      },
    }),
  );
  await process.exit;
  await taken;
  return /strip|transform/.test(answer);
}
