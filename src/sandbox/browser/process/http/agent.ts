/** node:http's agent: how many requests to one place may be on their way at a time. The others wait their turn. */
import { EventEmitter } from '../builtins/event-emitter.ts';

export interface AgentOptions {
  readonly keepAlive?: boolean;
  readonly maxSockets?: number;
  readonly timeout?: number;
}

interface Place {
  active: number;
  readonly waiting: (() => void)[];
}

export class Agent extends EventEmitter {
  readonly options: AgentOptions;
  readonly keepAlive: boolean;
  readonly defaultPort = 80;
  readonly protocol = 'http:';
  maxSockets: number;
  readonly maxFreeSockets = 256;
  readonly #places = new Map<string, Place>();

  constructor(options: AgentOptions = {}) {
    super();
    this.options = { ...options };
    this.keepAlive = options.keepAlive ?? false;
    this.maxSockets = options.maxSockets ?? Number.POSITIVE_INFINITY;
  }

  getName({
    host = 'localhost',
    port = '',
  }: {
    host?: string;
    port?: number | string;
  } = {}): string {
    return `${host}:${port}:`;
  }

  /** Starts a request when it is its turn. Gives the function that is to be called once when it is over. */
  take(name: string, start: () => void): () => void {
    const place = this.#places.get(name) ?? { active: 0, waiting: [] };
    this.#places.set(name, place);
    let isActive = place.active < this.maxSockets;
    const begin = () => {
      isActive = true;
      place.active++;
      start();
    };
    if (isActive) begin();
    else place.waiting.push(begin);
    return () => {
      if (!isActive) {
        const at = place.waiting.indexOf(begin);
        if (at >= 0) place.waiting.splice(at, 1);
        return;
      }
      isActive = false;
      place.active--;
      place.waiting.shift()?.();
    };
  }

  /** There are no connections to keep. */
  destroy(): void {}
}

export const globalAgent = new Agent({ keepAlive: true, timeout: 5000 });
