/** The signals of Linux, as Node names and numbers them, and what one does to a process that has no handler for it. */

export const signalNumbers = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGIOT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGCHLD: 17,
  SIGSTKFLT: 16,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGTSTP: 20,
  SIGTTIN: 21,
  SIGTTOU: 22,
  SIGURG: 23,
  SIGXCPU: 24,
  SIGXFSZ: 25,
  SIGVTALRM: 26,
  SIGPROF: 27,
  SIGWINCH: 28,
  SIGIO: 29,
  SIGPOLL: 29,
  SIGPWR: 30,
  SIGSYS: 31,
} as const;

export type Signal = keyof typeof signalNumbers;

export function isSignal(name: unknown): name is Signal {
  return typeof name === 'string' && Object.hasOwn(signalNumbers, name);
}

/** The first name of a number, as Node reports it. */
export function signalOfNumber(number: number): Signal | undefined {
  const names = Object.keys(signalNumbers) as Signal[];
  return names.find((name) => signalNumbers[name] === number);
}

/** Signals that would hold a process where it stands; a browser cannot hold a worker. */
export const holding: ReadonlySet<Signal> = new Set(['SIGSTOP', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU']);

/** Node ignores SIGPIPE and keeps SIGUSR1 for its debugger; the others are ignored by default anywhere. */
const ignored: ReadonlySet<Signal> = new Set([
  'SIGCHLD',
  'SIGCONT',
  'SIGPIPE',
  'SIGURG',
  'SIGUSR1',
  'SIGWINCH',
]);

/** Whether a process without a handler is ended by it. */
export function endsProcess(signal: Signal): boolean {
  return !ignored.has(signal) && !holding.has(signal);
}

/** No program may handle these. */
export function canBeHandled(signal: Signal): boolean {
  return signal !== 'SIGKILL' && signal !== 'SIGSTOP';
}

/** The exit code with which a shell reports a process that a signal ended. */
export function shellCode(signal: Signal): number {
  return 128 + signalNumbers[signal];
}
