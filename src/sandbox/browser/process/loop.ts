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
  /** Nothing is left that could call back. `again`: nor was there when it was last said. */
  drained(again: boolean): void;
}

let hooks: Hooks = { uncaught: () => undefined, drained: () => undefined };
let references = 0;
let turnAsked = false;
let wakeUp: { handle: number; due: number } | undefined;
let endAsked = false;
/** It was said that nothing is left, and nothing has come since. */
let told = false;
let over = false;

let ticks: (() => void)[] = [];
/** Ticks that are being run. Those that they make are put into the other list, so that a run one can be forgotten. */
let running: (() => void)[] = [];
let ran = 0;
/** How many callbacks are running, one in the other. */
let depth = 0;
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
  return references + rejections.length > 0 || checked < checking.length || hasTicks();
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
  depth++;
  try {
    drainTicks();
    callback();
    drainTicks();
  } catch (error) {
    hooks.uncaught(error);
  } finally {
    depth--;
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

/** Calls back in the next phase of immediates; the thread stays for it. */
export function addHeldImmediate(callback: () => void): void {
  ref();
  addImmediate({
    run() {
      unref();
      callback();
    },
  });
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
  if (references > 0) told = false;
  if (activeSince !== undefined) {
    activeMs += now() - activeSince;
    activeSince = undefined;
  }
  if (hasTicks()) {
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
      // As on Node, immediates that do not keep the loop going are looked at only while something else does.
      if (references === 0 || immediates.length === 0) return undefined;
      checking = immediates;
      checked = 0;
      immediates = [];
    }
    const task = checking[checked++]?.run;
    if (task) return task;
  }
}

function hasTicks(): boolean {
  return ran < running.length || ticks.length > 0;
}

/** Not in the middle of a callback: that may dispatch events, which run others. */
function drainTicks(): void {
  while (depth === 1 && hasTicks()) {
    if (ran === running.length) {
      ran = running.length = 0;
      [running, ticks] = [ticks, running];
    }
    running[ran++]?.();
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
  if (over || hasWork()) askTurn();
  else {
    const again = told;
    told = true;
    hooks.drained(again);
  }
}
