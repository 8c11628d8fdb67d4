/** One run of `node` in a container, as `run.ts` sees it. */
import type { WebContainerProcess } from '@webcontainer/api';
import type { Outcome, ProcessEvent, SandboxProcess, TerminalSize } from '../engine.ts';
import { isOutOfMemory, type LossName, lossInWords } from './failures.ts';
import { LineEnds } from './line-ends.ts';

/** What the page has not read yet may grow to this; the container cannot be made to wait. */
const MAX_WAITING_CHARACTERS = 8 * 1024 * 1024;
/** Of the output, for words that tell why it ended. */
const TAIL_CHARACTERS = 4_000;
/** What a terminal sends for the end of input. */
const END_OF_INPUT = '\u0004';

export interface ProcessWires {
  /** When the run began, on the page's `performance`. */
  readonly beganAt: number;
  readonly lastOutputMs: number;
  /** Called once, when it is over. */
  onOver(): void;
}

export class ContainerProcess implements SandboxProcess {
  readonly events: AsyncIterable<ProcessEvent>;
  readonly #process: WebContainerProcess;
  readonly #wires: ProcessWires;
  readonly #input: WritableStreamDefaultWriter<string>;
  readonly #waiting: ProcessEvent[] = [];
  #waitingCharacters = 0;
  #wake: () => void = () => undefined;
  #tail = '';
  #endsLine = true;
  #isKilled = false;
  #isOver = false;

  constructor(process: WebContainerProcess, wires: ProcessWires) {
    this.#process = process;
    this.#wires = wires;
    this.#input = process.input.getWriter();
    this.events = this.#read();
    void this.#follow();
  }

  /** It was told to end, and has not. */
  get ignoresKill(): boolean {
    return this.#isKilled && !this.#isOver;
  }

  write(input: string): void {
    if (this.#isOver) return;
    // In a terminal the end of input ends what was typed of a line; only at the beginning of one it ends the input.
    const [first = '', ...others] = input.split(END_OF_INPUT);
    let text = first;
    let endsLine = first === '' ? this.#endsLine : first.endsWith('\n');
    for (const part of others) {
      text += (endsLine ? END_OF_INPUT : END_OF_INPUT.repeat(2)) + part;
      endsLine = part === '' || part.endsWith('\n');
    }
    this.#endsLine = endsLine;
    this.#input.write(text).catch(() => undefined);
  }

  resize({ columns, rows }: TerminalSize): void {
    if (!this.#isOver) this.#process.resize({ cols: columns, rows });
  }

  /** The container knows one way to end a process, whichever signal is meant. */
  kill(): void {
    if (this.#isOver) return;
    this.#isKilled = true;
    this.#process.kill();
  }

  /** The container is gone, and the process with it. */
  lose(why: LossName): void {
    this.#end({ type: 'crashed', message: lossInWords[why] });
  }

  async #follow(): Promise<void> {
    const output = this.#takeOutput();
    const code = await this.#process.exit;
    // What it printed last is still on its way; a process that it left behind may keep the terminal for ever.
    await Promise.race([output, delay(this.#wires.lastOutputMs)]);
    if (code !== 0 && isOutOfMemory(this.#tail)) this.lose('out-of-memory');
    else this.#end({ type: 'exited', code });
  }

  async #takeOutput(): Promise<void> {
    const lineEnds = new LineEnds();
    const reader = this.#process.output.getReader();
    for (;;) {
      const { value, done } = await reader.read();
      this.#print(done ? lineEnds.end() : lineEnds.push(value));
      if (done) return;
    }
  }

  #print(text: string): void {
    if (text === '' || this.#isOver) return;
    this.#tail = (this.#tail + text).slice(-TAIL_CHARACTERS);
    this.#waitingCharacters += text.length;
    if (this.#waitingCharacters > MAX_WAITING_CHARACTERS) {
      this.#process.kill();
      this.lose('flood');
      return;
    }
    const at = performance.now() - this.#wires.beganAt;
    this.#push({ type: 'output', stream: 'combined', text, at });
  }

  #end(outcome: Outcome): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#push({ type: 'exit', outcome });
    this.#wires.onOver();
  }

  #push(event: ProcessEvent): void {
    this.#waiting.push(event);
    this.#wake();
  }

  async *#read(): AsyncGenerator<ProcessEvent, void, undefined> {
    for (;;) {
      const event = this.#waiting.shift();
      if (!event) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      if (event.type === 'output') this.#waitingCharacters -= event.text.length;
      yield event;
      if (event.type === 'exit') return;
    }
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
