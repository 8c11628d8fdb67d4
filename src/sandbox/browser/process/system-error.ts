/** Errors of the operating system as Node reports them: with a number, a name and the call that failed. */

const numbers = {
  EPERM: -1,
  ENOENT: -2,
  ESRCH: -3,
  E2BIG: -7,
  EBADF: -9,
  EAGAIN: -11,
  EINVAL: -22,
  EPIPE: -32,
  ENOBUFS: -105,
  ETIMEDOUT: -110,
} as const;

export type SystemErrorCode = keyof typeof numbers;

export function errorNumber(code: SystemErrorCode): number {
  return numbers[code];
}

/** With the properties in the order in which Node shows them. `reason` says more than Node does, where it is ours. */
export function systemError(
  code: SystemErrorCode,
  syscall: string,
  more: object = {},
  reason?: string,
): Error {
  const message = `${syscall} ${code}${reason === undefined ? '' : `: ${reason}`}`;
  return Object.assign(new Error(message), { errno: numbers[code], code, syscall, ...more });
}
