/** Timers and dates that a test moves by hand. What a file has imported by name stays real, as on Node. */
import { checkNumber, invalidValue } from '../../argument-checks.ts';
import { abortError, nodeError } from '../../node-error.ts';
import { scheduler } from '../timers-promises.ts';
import type { AnyFunction } from './mock-function.ts';

const supported = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'Date',
  'scheduler.wait',
  'AbortSignal.timeout',
] as const;
type Api = (typeof supported)[number];

interface Options {
  apis?: readonly Api[];
  now?: number | Date;
}

/** What a program sees of a timer that a test moves. */
class MockTimer {
  readonly id: number;
  readonly interval: number | undefined;
  runAt: number;
  readonly #run: () => void;
  readonly #clear: (timer: MockTimer) => void;

  constructor(
    parts: { id: number; runAt: number; interval: number | undefined },
    run: () => void,
    clear: (timer: MockTimer) => void,
  ) {
    this.id = parts.id;
    this.runAt = parts.runAt;
    this.interval = parts.interval;
    this.#run = run;
    this.#clear = clear;
  }
  run(): void {
    this.#run();
  }
  hasRef(): boolean {
    return true;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  refresh(): this {
    return this;
  }
  close(): this {
    this.#clear(this);
    return this;
  }
  [Symbol.toPrimitive](): number {
    return this.id;
  }
  [Symbol.dispose](): void {
    this.#clear(this);
  }
}

export class MockTimers {
  #isEnabled = false;
  #now = 0;
  #ids = 0;
  #timers: MockTimer[] = [];
  #restores: (() => void)[] = [];

  enable({ apis = supported, now = 0 }: Options = {}): void {
    if (this.#isEnabled) throw invalidState('MockTimers is already enabled!');
    for (const api of apis) {
      if (!supported.includes(api)) {
        throw invalidValue('options.apis', api, `option ${api} is not supported`);
      }
    }
    const begin = now instanceof Date ? now.getTime() : now;
    checkNumber(begin, 'initialTime');
    checkTime(begin);
    this.#now = begin;
    for (const change of apis.flatMap((api) => this.#replacements(api))) this.#put(...change);
    this.#isEnabled = true;
  }

  /** Moves the time on, and runs what is due by then. */
  tick(ms = 1): void {
    this.#checkEnabled();
    checkTime(ms);
    this.#now += ms;
    for (;;) {
      const timer = this.#first();
      if (!timer || timer.runAt > this.#now) return;
      timer.run();
      if (!this.#timers.includes(timer)) continue;
      if (timer.interval === undefined) this.#clear(timer);
      else timer.runAt += timer.interval;
    }
  }
  /** Moves on to the last timer there is. */
  runAll(): void {
    this.#checkEnabled();
    const last = Math.max(...this.#timers.map(({ runAt }) => runAt));
    if (Number.isFinite(last)) this.tick(Math.max(0, last - this.#now));
  }
  setTime(ms = 0): void {
    checkNumber(ms, 'time');
    checkTime(ms);
    this.#checkEnabled();
    this.#now = ms;
  }
  reset(): void {
    for (const restore of this.#restores.splice(0)) restore();
    this.#isEnabled = false;
    this.#timers = [];
    this.#now = 0;
  }
  [Symbol.dispose](): void {
    this.reset();
  }

  #checkEnabled(): void {
    if (this.#isEnabled) return;
    throw invalidState('You should enable MockTimers first by calling the .enable function');
  }
  #first(): MockTimer | undefined {
    return this.#timers.toSorted((a, b) => a.runAt - b.runAt || a.id - b.id)[0];
  }
  #add(callback: AnyFunction, delay = 1, args: readonly unknown[] = [], repeats = false) {
    const timer = new MockTimer(
      { id: ++this.#ids, runAt: this.#now + delay, interval: repeats ? delay : undefined },
      () => callback(...args),
      (ended) => this.#clear(ended),
    );
    this.#timers.push(timer);
    return timer;
  }
  readonly #clear = (timer: unknown): void => {
    this.#timers = this.#timers.filter((known) => known !== timer && known.id !== timer);
  };

  /** What takes the place of what: object, name, value. */
  #replacements(api: Api): readonly (readonly [object, string, unknown])[] {
    type Start = (callback: AnyFunction, ms?: number, ...args: unknown[]) => MockTimer;
    const once: Start = (callback, ms, ...args) => this.#add(callback, ms, args);
    const again: Start = (callback, ms, ...args) => this.#add(callback, ms, args, true);
    const soon = (callback: AnyFunction, ...args: unknown[]) => this.#add(callback, -1, args);
    const wait = (ms: number, options?: { signal?: AbortSignal }) =>
      this.#wait(ms, options?.signal);
    const clear = (name: string) => [globalThis, name, this.#clear] as const;
    switch (api) {
      case 'setTimeout':
        return [[globalThis, api, once], clear('clearTimeout')];
      case 'setInterval':
        return [[globalThis, api, again], clear('clearInterval')];
      case 'setImmediate':
        return [[globalThis, api, soon], clear('clearImmediate')];
      case 'Date':
        return [[globalThis, api, this.#dateClass()]];
      case 'scheduler.wait':
        return [[scheduler, 'wait', wait]];
      case 'AbortSignal.timeout':
        return [[AbortSignal, 'timeout', (ms: number) => this.#abortAfter(ms)]];
    }
  }

  #abortAfter(ms: number): AbortSignal {
    const controller = new AbortController();
    this.#add(() => controller.abort(), ms);
    return controller.signal;
  }

  #put(object: object, key: string, value: unknown): void {
    const before = Object.getOwnPropertyDescriptor(object, key);
    if (!before) return;
    Object.defineProperty(object, key, { value, writable: true, configurable: true });
    this.#restores.push(() => Object.defineProperty(object, key, before));
  }

  #wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted) return Promise.reject(abortError(signal.reason));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = this.#add(resolve, ms);
    signal?.addEventListener('abort', () => {
      this.#clear(timer);
      reject(abortError(signal.reason));
    });
    return promise;
  }

  #dateClass(): object {
    const RealDate = Date;
    const now = () => this.#now;
    const mock = new Proxy(RealDate, {
      construct: (target, args, newTarget) =>
        Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
      apply: () => new RealDate(now()).toString(),
      get: (target, key, receiver) =>
        key === 'now' ? now : key === 'isMock' ? true : Reflect.get(target, key, receiver),
    });
    return mock;
  }
}

function invalidState(words: string): Error {
  return nodeError(Error, 'ERR_INVALID_STATE', `Invalid state: ${words}`);
}

function checkTime(ms: number): void {
  if (ms < 0) throw invalidValue('time', 'positive integer', String(ms));
}
