/** node:timers */
import { checkFunction } from '../argument-checks.ts';
import {
  addImmediate,
  addTimer,
  hold,
  type LoopImmediate,
  type LoopTimer,
  release,
  removeTimer,
} from '../loop.ts';
import { now } from '../thread.ts';
import { setImmediate as immediateLater, setTimeout as timeoutLater } from './timers-promises.ts';

type Callback = (...args: unknown[]) => unknown;
const MAX_MS = 2 ** 31 - 1;
let order = 0;
const byNumber = new Map<number, Timeout>();

function checkCallback(callback: unknown): asserts callback is Callback {
  checkFunction(callback, 'callback');
}

export class Timeout {
  _idleTimeout: number;
  _onTimeout: Callback | null;
  _repeat: number | null;
  _destroyed = false;
  readonly #args: unknown[];
  readonly #timer: LoopTimer;
  #refed = true;
  #number = 0;

  constructor(callback: Callback, ms: unknown, args: unknown[], repeats: boolean) {
    const wanted = Number(ms);
    this._idleTimeout = wanted >= 1 && wanted <= MAX_MS ? Math.trunc(wanted) : 1;
    this._onTimeout = callback;
    this._repeat = repeats ? this._idleTimeout : null;
    this.#args = args;
    this.#timer = { due: 0, order: 0, place: -1, fire: () => this.#fire() };
    this.#arm();
    hold('Timeout');
  }

  #arm(): void {
    this.#timer.due = now() + this._idleTimeout;
    this.#timer.order = ++order;
    addTimer(this.#timer);
  }

  #fire(): void {
    if (this._destroyed) return;
    try {
      // Called as a method, so that a stack shows it as Node's does.
      this._onTimeout?.(...this.#args);
    } finally {
      const runs = this.#timer.place >= 0;
      if (!this._destroyed && !runs) {
        if (this._repeat === null) this.#retire();
        else this.#arm();
      }
    }
  }

  close(): this {
    this._onTimeout = null;
    this.#retire();
    return this;
  }
  #retire(): void {
    if (this._destroyed) return;
    this._destroyed = true;
    removeTimer(this.#timer);
    byNumber.delete(this.#number);
    if (this.#refed) release('Timeout');
  }
  ref(): this {
    if (!this.#refed && !this._destroyed) hold('Timeout');
    this.#refed = true;
    return this;
  }
  unref(): this {
    if (this.#refed && !this._destroyed) release('Timeout');
    this.#refed = false;
    return this;
  }
  hasRef(): boolean {
    return this.#refed;
  }
  refresh(): this {
    if (this._destroyed) return this;
    removeTimer(this.#timer);
    this.#arm();
    return this;
  }
  [Symbol.toPrimitive](): number {
    if (this.#number === 0) {
      this.#number = ++order;
      byNumber.set(this.#number, this);
    }
    return this.#number;
  }
  [Symbol.dispose](): void {
    this.close();
  }
}

export class Immediate {
  _onImmediate: Callback | null;
  readonly #entry: LoopImmediate;
  #refed = true;

  constructor(callback: Callback, args: unknown[]) {
    this._onImmediate = callback;
    this.#entry = {
      run: () => {
        this.#release();
        try {
          this._onImmediate?.(...args);
        } finally {
          this._onImmediate = null;
        }
      },
    };
    hold('Immediate');
    addImmediate(this.#entry);
  }

  #release(): void {
    if (this.#entry.run && this.#refed) release('Immediate');
    this.#entry.run = undefined;
  }
  close(): void {
    this.#release();
    this._onImmediate = null;
  }
  ref(): this {
    if (!this.#refed && this.#entry.run) hold('Immediate');
    this.#refed = true;
    return this;
  }
  unref(): this {
    if (this.#refed && this.#entry.run) release('Immediate');
    this.#refed = false;
    return this;
  }
  hasRef(): boolean {
    return this.#refed;
  }
  [Symbol.dispose](): void {
    this.close();
  }
}

export function setTimeout(callback: unknown, ms?: unknown, ...args: unknown[]): Timeout {
  checkCallback(callback);
  return new Timeout(callback, ms, args, false);
}
export function setInterval(callback: unknown, ms?: unknown, ...args: unknown[]): Timeout {
  checkCallback(callback);
  return new Timeout(callback, ms, args, true);
}
export function setImmediate(callback: unknown, ...args: unknown[]): Immediate {
  checkCallback(callback);
  return new Immediate(callback, args);
}
export function clearTimeout(timer: unknown): void {
  if (timer instanceof Timeout) timer.close();
  else if (typeof timer === 'number' || typeof timer === 'string')
    byNumber.get(Number(timer))?.close();
}
export const clearInterval = clearTimeout;
export function clearImmediate(immediate: unknown): void {
  if (immediate instanceof Immediate) immediate.close();
}

const custom = Symbol.for('nodejs.util.promisify.custom');
Object.defineProperty(setTimeout, custom, { get: () => timeoutLater });
Object.defineProperty(setImmediate, custom, { get: () => immediateLater });

export * as promises from './timers-promises.ts';
