/** What the browser gives a worker, taken before reader's code runs and can replace it. */

interface WorkerScope {
  postMessage(message: unknown, transfer?: readonly Transferable[]): void;
  onmessage: ((event: MessageEvent) => void) | null;
  importScripts(url: string): void;
  setTimeout(callback: () => void, ms: number): number;
  clearTimeout(handle: number): void;
  setInterval(callback: () => void, ms: number): number;
  clearInterval(handle: number): void;
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
}

export const scope = globalThis as unknown as WorkerScope;

/** Of a port. */
export const { postMessage: nativePost } = MessagePort.prototype;

const { timeOrigin } = performance;
const now = performance.now.bind(performance);

export const native = {
  post: scope.postMessage.bind(globalThis),
  importScripts: scope.importScripts.bind(globalThis),
  setTimeout: scope.setTimeout.bind(globalThis),
  clearTimeout: scope.clearTimeout.bind(globalThis),
  setInterval: scope.setInterval.bind(globalThis),
  clearInterval: scope.clearInterval.bind(globalThis),
  fetch: scope.fetch.bind(globalThis),
  /** Milliseconds of the Unix epoch, monotonic and the same in all workers. */
  epochNow: (): number => timeOrigin + now(),
  Error,
} as const;
