/**
 * The event loop as a program sees it on Node: phases of due timers and of immediates, next ticks after every callback,
 * and an end when nothing is left that could call back.
 *
 * Every callback gets a task of the browser's own, so that promises settle between two of them, as on Node.
 * The tasks are messages of a channel to ourselves: a browser delays timers that set timers, but not messages.
 */
import { native } from './native.ts';
import { now } from './thread.ts';
import { type HeapTimer, TimerHeap } from './timer-heap.ts';

export interface LoopTimer extends HeapTimer {
  fire(): void;
}
export interface LoopImmediate {
  /** Undefined once it was cleared. */
  run: (() => void) | undefined;
}

interface Hooks {
  /** A callback threw. */
  uncaught(error: unknown): void;
  /** Nothing is left that could call back. */
  drained(): void;
}

let hooks: Hooks = { uncaught: () => undefined, drained: () => undefined };
let references = 0;
let turnAsked = false;
let wakeUp: { handle: number; due: number } | undefined;
let endAsked = false;
let over = false;

const ticks: (() => void)[] = [];
/** News of promises that were rejected: as on Node, they come when all ticks and microtasks have had their turn. */
const rejections: (() => void)[] = [];
const timers = new TimerHeap<LoopTimer>();
let immediates: LoopImmediate[] = [];
let checking: LoopImmediate[] = [];
let checked = 0;
/** Something came from outside since immediates were last looked for. */
let polled = false;
/** When the timers that are running were looked for. */
let timersAt: number | undefined;

let loopBegan = 0;
let activeMs = 0;
let activeSince: number | undefined;

const askForTurn = taskOf(turn);
const askForEnd = taskOf(end);

/** Gives what asks the browser for a task of its own. Made now: a program may replace what ports and channels can do. */
function taskOf(run: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = run;
  return port2.postMessage.bind(port2, 0);
}

export function startLoop(given: Hooks): void {
  hooks = given;
  loopBegan = now();
  markActive();
}

/** Nothing of the program runs any more. */
export function stopLoop(): void {
  over = true;
}

/** Something will call back later, so the thread has to stay. */
export function ref(): void {
  references++;
}

export function unref(): void {
  references--;
  if (references === 0) askTurn();
}

const held = { Timeout: 0, Immediate: 0 };

/** As `ref`, for what a program can ask about by name. */
export function hold(kind: keyof typeof held): void {
  held[kind]++;
  ref();
}
export function release(kind: keyof typeof held): void {
  held[kind]--;
  unref();
}
export function heldKinds(): string[] {
  return Object.entries(held).flatMap(([kind, count]) => Array<string>(count).fill(kind));
}

/** Whether something will call back, or is about to. */
export function hasWork(): boolean {
  return (
    references > 0 ||
    ticks.length + rejections.length + immediates.length > 0 ||
    checked < checking.length
  );
}

/** Runs a callback for something that came from outside. As on Node, immediates come after it, before any timer. */
export function enter(callback: () => void): void {
  // Between two timers that are due it has come too early: Node looks outside when all of them have run.
  polled ||= timersAt === undefined;
  run(callback);
}

/** Runs a callback of the program as Node does: next ticks after it, errors to the process. */
function run(callback: () => void): void {
  if (over) return;
  markActive();
  try {
    drainTicks();
    callback();
    drainTicks();
  } catch (error) {
    hooks.uncaught(error);
  } finally {
    askTurn();
  }
}

export function addTick(callback: () => void): void {
  ticks.push(callback);
  askTurn();
}

export function addRejection(tell: () => void): void {
  rejections.push(tell);
  askTurn();
}

export function addTimer(timer: LoopTimer): void {
  timers.add(timer);
  askTurn();
}

export function removeTimer(timer: LoopTimer): void {
  timers.remove(timer);
}

export function addImmediate(immediate: LoopImmediate): void {
  immediates.push(immediate);
  askTurn();
}

/** How long the loop has been running callbacks, and how long it had none, in milliseconds since it began. */
export function utilization(): { idle: number; active: number } {
  const active = activeMs + (activeSince === undefined ? 0 : now() - activeSince);
  return { active, idle: Math.max(0, now() - loopBegan - active) };
}

/** The program runs until the next turn at the least. */
export function markActive(): void {
  activeSince ??= now();
  askTurn();
}

function askTurn(): void {
  if (turnAsked) return;
  turnAsked = true;
  askForTurn();
}

function turn(): void {
  turnAsked = false;
  if (over) return;
  if (activeSince !== undefined) {
    activeMs += now() - activeSince;
    activeSince = undefined;
  }
  if (ticks.length > 0) {
    run(() => undefined);
    return;
  }
  const rejection = rejections.shift();
  if (rejection) {
    run(rejection);
    return;
  }
  const task = nextTask();
  if (task) {
    run(task);
    return;
  }
  sleepUntilNextTimer();
  if (references === 0) askEnd();
}

function nextTask(): (() => void) | undefined {
  for (;;) {
    if (checked === checking.length) {
      // As on Node, what becomes due while timers run has to wait until the immediates were asked.
      timersAt ??= now();
      const timer = timers.first();
      if (timer && timer.due <= timersAt && !(polled && immediates.length > 0)) {
        timers.remove(timer);
        return () => timer.fire();
      }
      polled = false;
      timersAt = undefined;
      if (immediates.length === 0) return undefined;
      checking = immediates;
      checked = 0;
      immediates = [];
    }
    const task = checking[checked++]?.run;
    if (task) return task;
  }
}

function drainTicks(): void {
  for (let done = 0; ; ) {
    const tick = ticks[done];
    if (!tick) {
      ticks.length = 0;
      return;
    }
    done++;
    try {
      tick();
    } catch (error) {
      ticks.splice(0, done);
      throw error;
    }
  }
}

function sleepUntilNextTimer(): void {
  const timer = timers.first();
  if (!timer || (wakeUp && wakeUp.due <= timer.due)) return;
  if (wakeUp) native.clearTimeout(wakeUp.handle);
  const wake = () => {
    wakeUp = undefined;
    askTurn();
  };
  wakeUp = { due: timer.due, handle: native.setTimeout(wake, Math.ceil(timer.due - now())) };
}

/**
 * The end is asked for twice, a timer and a message apart: the browser reports a rejected promise in a task of its own,
 * which has to come first.
 */
function askEnd(): void {
  if (endAsked) return;
  endAsked = true;
  native.setTimeout(askForEnd, 0);
}

function end(): void {
  endAsked = false;
  if (!over && !hasWork()) hooks.drained();
  else askTurn();
}
