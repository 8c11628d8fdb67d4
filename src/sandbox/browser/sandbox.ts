/** A booted host, and the runs in it, seen from the page. */
import type { ProcessEvent, Program, Sandbox, SandboxProcess } from '../engine.ts';
import { EngineUnavailable } from '../engine.ts';
import type { Stripper } from '../typescript/stripper.ts';
import { Heartbeat } from './heartbeat.ts';
import type { HostFrame } from './host-frame.ts';
import { prepareProgram } from './prepare-program.ts';
import { AFTER_A_CRASH } from './remedy.ts';
import { foreseen, shelfText } from './shelf-texts.ts';
import type { FromHost } from './wire/page-messages.ts';
import { INSPECTION } from './wire/shelf-names.ts';

const ENDED = 'The page ended the engine, and with it every program that it was running.';
const LOST = `The browser ended the sandbox, and the program with it. ${AFTER_A_CRASH}`;

export class BrowserSandbox implements Sandbox {
  readonly #host: HostFrame;
  readonly #stripper: Stripper;
  readonly #runs = new Map<number, BrowserRun>();
  readonly #handedOver = new Set<string>();
  readonly #heartbeat = new Heartbeat(
    () => this.#post({ type: 'are-you-there' }),
    () => this.#end(LOST),
  );
  #ids = 0;
  /** Why the sandbox is no more. */
  #over: string | undefined;

  constructor(host: HostFrame, stripper: Stripper) {
    this.#host = host;
    this.#stripper = stripper;
    host.onMessage((message) => this.#receive(message));
    host.onClosed(() => this.#end(LOST));
  }

  async spawn(program: Program): Promise<SandboxProcess> {
    // What cannot be had now is asked for again when it is needed, and fails in the program's own words.
    const names = foreseen(program.files);
    // Without shared memory a program cannot wait in the middle of a call.
    if (!this.#host.sharedMemory) names.push(INSPECTION);
    const handedOver = this.#handOver(names);
    const prepared = await prepareProgram(program, this.#stripper).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new EngineUnavailable(
        `The program's types could not be taken out: ${why}`,
        'Reset the program to its original, or try again when the network is back.',
      );
    });
    await handedOver;
    const id = ++this.#ids;
    const run = new BrowserRun({
      taken: () => this.#post({ type: 'taken', run: id }),
      input: (text) => this.#post({ type: 'input', run: id, text }),
      kill: (signal) => this.#post({ type: 'kill', run: id, signal }),
    });
    this.#runs.set(id, run);
    if (this.#over !== undefined) this.#endAll(this.#over);
    else {
      this.#heartbeat.start();
      this.#host.post({ type: 'spawn', run: id, program: prepared });
    }
    return run;
  }

  async dispose(): Promise<void> {
    this.#end(ENDED);
  }

  #end(why: string): void {
    if (this.#over !== undefined) return;
    this.#over = why;
    this.#heartbeat.stop();
    this.#host.close();
    this.#endAll(why);
  }

  async #strip({ id, path, text }: FromHost & { type: 'strip' }): Promise<void> {
    const strip = await this.#stripper.strip(path, text).catch(() => undefined);
    this.#post({ type: 'stripped', id, ...(strip && { strip }) });
  }

  /** Gives the host modules of the shelf that it has not got yet. */
  async #handOver(names: readonly string[]): Promise<void> {
    const texts: Record<string, string> = {};
    const failed: string[] = [];
    const wanted = names.filter((name) => !this.#handedOver.has(name));
    if (wanted.length === 0) return;
    await Promise.all(
      wanted.map(async (name) => {
        try {
          texts[name] = await shelfText(name);
        } catch {
          failed.push(name);
        }
      }),
    );
    for (const name of Object.keys(texts)) this.#handedOver.add(name);
    this.#post({ type: 'shelf', texts, failed });
  }

  #post(message: Parameters<HostFrame['post']>[0]): void {
    if (this.#over === undefined) this.#host.post(message);
  }

  #endAll(message: string): void {
    for (const run of this.#runs.values()) {
      run.push([{ type: 'exit', outcome: { type: 'crashed', message } }]);
    }
    this.#runs.clear();
  }

  #receive(message: FromHost): void {
    this.#heartbeat.answered();
    if (message.type === 'strip') void this.#strip(message);
    else if (message.type === 'want') void this.#handOver(message.names);
    else if (message.type === 'output') this.#runs.get(message.run)?.push(message.events);
    else if (message.type === 'exit') {
      this.#runs.get(message.run)?.push([{ type: 'exit', outcome: message.outcome }]);
      this.#runs.delete(message.run);
      if (this.#runs.size === 0) this.#heartbeat.stop();
    }
  }
}

interface Wires {
  taken(): void;
  input(text: string): void;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
}

class BrowserRun implements SandboxProcess {
  readonly events: AsyncIterable<ProcessEvent>;
  readonly #wires: Wires;
  /** At most one batch of the host's and what a run prints last, since the host waits for `taken`. */
  readonly #batches: (readonly ProcessEvent[])[] = [];
  #wake: () => void = () => undefined;

  constructor(wires: Wires) {
    this.#wires = wires;
    this.events = this.#read();
  }

  push(batch: readonly ProcessEvent[]): void {
    this.#batches.push(batch);
    this.#wake();
  }
  write(input: string): void {
    this.#wires.input(input);
  }
  kill(signal: 'SIGTERM' | 'SIGKILL' = 'SIGKILL'): void {
    this.#wires.kill(signal);
  }

  async *#read(): AsyncGenerator<ProcessEvent, void, undefined> {
    for (;;) {
      const batch = this.#batches.shift();
      if (!batch) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      for (const event of batch) {
        yield event;
        if (event.type === 'exit') return;
      }
      // All of it has been read: only now may the host send more.
      this.#wires.taken();
    }
  }
}
