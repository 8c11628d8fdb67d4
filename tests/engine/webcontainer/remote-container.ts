/** A container of the stand-in: a temporary folder, and Node.js in it. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The client's wire form of files: folders, texts, binary strings. */
interface WireTree {
  readonly d: Readonly<Record<string, WireTree | { readonly f: WireFile }>>;
}
interface WireFile {
  readonly c: string;
  readonly b?: true;
}

/** What the adapter asks of files, and no more. */
const fileOperations = { readdir: (path: string, _options: unknown) => readdir(path), mkdir, rm };

interface FileRequest {
  readonly operation: keyof typeof fileOperations;
  readonly path: string;
  readonly options: { readonly recursive: true; readonly force: true };
}

interface RunRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly noTypes: boolean;
}

/** As a terminal's: in the middle of a line it ends what was typed, at its beginning the input. */
const END_OF_INPUT = '\u0004';

export class RemoteContainer {
  readonly id = randomUUID();
  readonly #folder: string;
  /** What programs believe that the folder is called. */
  readonly #home: string;
  readonly #processes = new Map<string, RemoteProcess>();

  static async make(settings: unknown): Promise<RemoteContainer> {
    const { workdirName } = settings as { workdirName: string };
    // As long as the folders in which `run-on-node.ts` takes down what is expected: lines are broken by their length.
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'cont-')));
    return new RemoteContainer(folder, `/home/${workdirName}`);
  }

  private constructor(folder: string, home: string) {
    this.#folder = folder;
    this.#home = home;
  }

  async act(action: string, body: unknown): Promise<unknown> {
    if (action === 'mount') {
      const { tree, at } = body as { tree: WireTree; at: string };
      return this.#mount(tree, join(this.#folder, at));
    }
    if (action === 'fs') {
      const { operation, path, options } = body as FileRequest;
      return fileOperations[operation](join(this.#folder, path), options);
    }
    if (action !== 'run') throw new Error(`The stand-in cannot ${action}.`);
    const id = randomUUID();
    this.#processes.set(id, this.#run(body as RunRequest));
    return id;
  }

  ask(process: string, verb: string, body: unknown): unknown {
    const asked = this.#processes.get(process);
    if (!asked) throw new Error(`There is no process ${process}.`);
    if (verb === 'next') return asked.next();
    if (verb === 'write') return asked.write(String(body));
    if (verb === 'resize') return asked.resize();
    return asked.kill();
  }

  async remove(): Promise<void> {
    for (const process of this.#processes.values()) process.kill('SIGKILL');
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }

  async #mount(tree: WireTree, folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const [name, node] of Object.entries(tree.d)) {
      const path = join(folder, name);
      if ('d' in node) await this.#mount(node, path);
      else await writeFile(path, node.f.c, node.f.b ? 'latin1' : 'utf8');
    }
  }

  #run({ command, args, cwd = '.', env, noTypes }: RunRequest): RemoteProcess {
    if (command !== 'node') throw new Error(`The stand-in has no ${command}.`);
    const flags = noTypes ? ['--no-experimental-strip-types'] : [];
    // The shell gives both streams one pipe, so that they come in the order in which they were written.
    const child = spawn(
      '/bin/sh',
      ['-c', 'exec "$0" "$@" 2>&1', process.execPath, ...flags, ...args],
      {
        cwd: join(this.#folder, cwd),
        env: { PATH: process.env['PATH'], ...env },
        stdio: 'pipe',
      },
    );
    return new RemoteProcess(child, (text) => text.replaceAll(this.#folder, this.#home));
  }
}

class RemoteProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  #text = '';
  #code: number | null = null;
  #wake: () => void = () => undefined;
  #isAtLineBegin = true;

  constructor(child: ChildProcessWithoutNullStreams, named: (text: string) => string) {
    this.#child = child;
    child.stdin.on('error', () => undefined);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#text += named(text).replaceAll('\n', '\r\n');
      this.#wake();
    });
    child.on('close', (code, signal) => {
      this.#code = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      this.#wake();
    });
  }

  /** What it has printed since it was last asked; waits until there is something, or it has ended. */
  async next(): Promise<{ text: string; code: number | null }> {
    if (this.#text === '' && this.#code === null) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const text = this.#text;
    this.#text = '';
    return { text, code: this.#code };
  }

  write(input: string): void {
    const [line = ''] = input.split(END_OF_INPUT);
    if (line !== '') this.#child.stdin.write(line);
    const ends = input.length - input.replaceAll(END_OF_INPUT, '').length;
    const isAtLineBegin = line === '' ? this.#isAtLineBegin : line.endsWith('\n');
    if (ends > (isAtLineBegin ? 0 : 1)) this.#child.stdin.end();
    this.#isAtLineBegin = isAtLineBegin || ends > 0;
  }

  /** Of a terminal that changes its size a program hears by this signal; it has no terminal here to ask for the size. */
  resize(): void {
    this.#child.kill('SIGWINCH');
  }

  kill(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): void {
    this.#child.kill(signal);
  }
}
