/** Whether a container could run here, as far as the page can tell without asking anybody. */
import type { Support } from '../engine.ts';
import { ContainerUnavailable, type FailureName } from './failures.ts';

/** What is asked of the browser; tests bring their own. */
export interface Surroundings {
  readonly isSecureContext: boolean;
  readonly crossOriginIsolated: boolean;
  readonly hasSharedMemory: boolean;
  readonly hasServiceWorkers: boolean;
  readonly hasLocks: boolean;
  /** Came to Safari with 16.4, the first that can run a container. */
  readonly hasCompression: boolean;
  readonly cookieEnabled: boolean;
  readonly userAgent: string;
  readonly maxTouchPoints: number;
}

export function surroundings(): Surroundings {
  const { userAgent, maxTouchPoints, cookieEnabled } = navigator;
  return {
    isSecureContext,
    crossOriginIsolated: globalThis.crossOriginIsolated === true,
    hasSharedMemory: typeof SharedArrayBuffer === 'function',
    hasServiceWorkers: 'serviceWorker' in navigator,
    hasLocks: 'locks' in navigator,
    hasCompression: typeof CompressionStream === 'function',
    cookieEnabled,
    userAgent,
    maxTouchPoints,
  };
}

export function failureHere(here: Surroundings): FailureName | undefined {
  if (isPhoneOfApple(here) || !here.hasCompression) return 'unsupported-browser';
  if (!here.isSecureContext || !here.crossOriginIsolated) return 'headers-missing';
  if (!here.hasSharedMemory || !here.hasLocks) return 'unsupported-browser';
  if (!here.cookieEnabled || !here.hasServiceWorkers) return 'storage-blocked';
  return undefined;
}

export function supportOf(here: Surroundings): Support {
  const failure = failureHere(here);
  if (failure === undefined) return { ok: true };
  const { message, remedy } = new ContainerUnavailable(failure);
  return { ok: false, reason: message, remedy };
}

/** Every browser on iOS is Safari inside; an iPad says that it is a Mac, but has a touch screen. */
function isPhoneOfApple({ userAgent, maxTouchPoints }: Surroundings): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}
