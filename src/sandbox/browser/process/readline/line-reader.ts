/** node:readline's Interface over streams that are no terminal: lines out of chunks. */
import { invalidType, invalidValue } from '../argument-checks.ts';
import { EventEmitter } from '../builtins/event-emitter.ts';
import { StringDecoder } from '../builtins/string-decoder.ts';
import { addTick } from '../loop.ts';
import { abortError, absent, nodeError } from '../node-error.ts';

export interface Input {
  on(event: string, listener: (...args: never[]) => void): unknown;
  removeListener(event: string, listener: (...args: never[]) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}
export interface Output {
  write(text: string): unknown;
}
export interface Options {
  readonly input: Input;
  readonly output?: Output;
  readonly terminal?: boolean;
  readonly prompt?: string;
  readonly crlfDelay?: number;
  readonly signal?: AbortSignal;
}
type Answer = (line: string) => void;

const LINE_END = /\r?\n|\r(?!\n)|\u2028|\u2029/g;
const MIN_CRLF_DELAY_MS = 100;
/** So many lines may wait for a `for await` before the input is paused. */
const MAX_WAITING_LINES = 1024;

export class Interface extends EventEmitter {
  readonly terminal = false;
  readonly input: Input;
  readonly output: Output | undefined;
  readonly crlfDelay: number;
  line = '';
  cursor = 0;
  closed = false;
  paused = false;
  #prompt: string;
  #oldPrompt = '';
  #answer: Answer | null = null;
  #rest = '';
  /** When a chunk ended in the first half of what may be one line end. */
  #returnAt = 0;
  readonly #decoder = new StringDecoder();
  #lines: LineIterator | undefined;

  constructor(first: Options | Input, output?: Output) {
    super();
    const options: Options = 'input' in first ? first : { input: first, ...(output && { output }) };
    const { input, signal, crlfDelay = MIN_CRLF_DELAY_MS, prompt = '> ' } = options;
    if (options.terminal) {
      throw absent('terminal: true of node:readline', 'what a program prints goes to no terminal');
    }
    if (typeof input?.on !== 'function') throw invalidValue('input', input);
    this.input = input;
    this.output = options.output;
    this.crlfDelay = Math.max(MIN_CRLF_DELAY_MS, crlfDelay);
    this.#prompt = prompt;
    const onData = (chunk: string | Uint8Array) => this.#take(this.#decoder.write(chunk));
    const onEnd = () => {
      if (this.#rest !== '') this.#give(this.#rest);
      this.#rest = '';
      this.close();
    };
    const onError = (error: Error) => this.emit('error', error);
    const listeners = { error: onError, data: onData, end: onEnd };
    for (const [event, listener] of Object.entries(listeners)) input.on(event, listener);
    this.once('close', () => {
      for (const [event, listener] of Object.entries(listeners)) {
        input.removeListener(event, listener);
      }
    });
    if (signal) this.#obey(signal);
    input.resume();
  }

  setPrompt(prompt: string): void {
    this.#prompt = prompt;
  }
  getPrompt(): string {
    return this.#prompt;
  }
  prompt(): void {
    this.#checkOpen();
    if (this.paused) this.resume();
    this.output?.write(this.#prompt);
  }

  /** The next line is the answer, and no `line` event. */
  question(query: string, ...rest: readonly unknown[]): unknown {
    this.#checkOpen();
    const answer = rest.at(-1);
    if (typeof answer !== 'function') return undefined;
    const { signal } = (rest.length > 1 ? rest[0] : {}) as { signal?: AbortSignal };
    if (signal?.aborted) return undefined;
    if (signal) {
      const cancel = () => this.#cancel();
      signal.addEventListener('abort', cancel, { once: true });
      this.#ask(query, (line) => {
        signal.removeEventListener('abort', cancel);
        answer(line);
      });
    } else this.#ask(query, answer as Answer);
    return undefined;
  }

  /** Resolves with the answer; rejects when the signal is aborted. */
  askLater(query: string, { signal }: { signal?: AbortSignal } = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#checkOpen();
      if (signal?.aborted) throw abortError(signal.reason);
      const cancel = () => {
        this.#cancel();
        reject(abortError(signal?.reason));
      };
      signal?.addEventListener('abort', cancel, { once: true });
      this.#ask(query, (line) => {
        signal?.removeEventListener('abort', cancel);
        resolve(line);
      });
    });
  }

  close(): void {
    if (this.closed) return;
    this.pause();
    this.closed = true;
    this.emit('close');
  }
  pause(): this {
    this.#checkOpen();
    if (this.paused) return this;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  }
  resume(): this {
    this.#checkOpen();
    if (!this.paused) return this;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  }
  /** As if it had come in. */
  write(text: string | Uint8Array | null | undefined): void {
    this.#checkOpen();
    if (this.paused) this.resume();
    if (text !== undefined && text !== null) this.#take(this.#decoder.write(text));
  }
  getCursorPos(): { rows: number; cols: number } {
    return { rows: 0, cols: this.#prompt.length };
  }

  [Symbol.asyncIterator](): LineIterator {
    this.#lines ??= new LineIterator(this);
    return this.#lines;
  }
  [Symbol.dispose](): void {
    this.close();
  }

  #obey(signal: AbortSignal): void {
    const close = () => this.close();
    if (signal.aborted) addTick(close);
    else {
      signal.addEventListener('abort', close, { once: true });
      this.once('close', () => signal.removeEventListener('abort', close));
    }
  }

  #checkOpen(): void {
    if (this.closed) throw nodeError(Error, 'ERR_USE_AFTER_CLOSE', 'readline was closed');
  }

  #ask(query: string, answer: Answer): void {
    if (this.#answer) this.prompt();
    else {
      if (typeof query !== 'string') throw invalidType('query', 'of type string', query);
      this.#oldPrompt = this.#prompt;
      this.#prompt = query;
      this.#answer = answer;
      this.prompt();
    }
  }
  #cancel(): void {
    if (!this.#answer) return;
    this.#answer = null;
    this.#prompt = this.#oldPrompt;
  }

  #take(chunk: string): void {
    let text = chunk;
    if (this.#returnAt > 0 && text !== '' && Date.now() - this.#returnAt <= this.crlfDelay) {
      if (text.startsWith('\n')) text = text.slice(1);
      this.#returnAt = 0;
    }
    if (text.endsWith('\r')) this.#returnAt = Date.now();
    const lines = (this.#rest + text).split(LINE_END);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#give(line);
  }

  #give(line: string): void {
    const answer = this.#answer;
    if (!answer) {
      this.emit('line', line);
      return;
    }
    this.#answer = null;
    this.#prompt = this.#oldPrompt;
    answer(line);
  }
}

/** The lines from now on, for `for await`. */
export class LineIterator implements AsyncIterator<string> {
  readonly #source: Interface;
  readonly #lines: string[] = [];
  readonly #waiting: ((result: IteratorResult<string, undefined>) => void)[] = [];
  #over = false;

  constructor(source: Interface) {
    this.#source = source;
    source.on('line', (line) => this.#add(line));
    source.once('close', () => this.#end());
    if (source.closed) this.#end();
  }

  next(): Promise<IteratorResult<string, undefined>> {
    const line = this.#lines.shift();
    if (line !== undefined) {
      if (this.#lines.length === 0 && !this.#source.closed) this.#source.resume();
      return Promise.resolve({ value: line, done: false });
    }
    if (this.#over) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
  return(): Promise<IteratorResult<string, undefined>> {
    this.#end();
    return Promise.resolve({ value: undefined, done: true });
  }
  [Symbol.asyncIterator](): this {
    return this;
  }

  #add(line: string): void {
    if (this.#over) return;
    const next = this.#waiting.shift();
    if (next) next({ value: line, done: false });
    else if (this.#lines.push(line) === MAX_WAITING_LINES) this.#source.pause();
  }
  #end(): void {
    this.#over = true;
    for (const next of this.#waiting.splice(0)) next({ value: undefined, done: true });
  }
}
