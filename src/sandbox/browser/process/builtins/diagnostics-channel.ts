/** node:diagnostics_channel */
import { checkFunction, invalidType } from '../argument-checks.ts';
import { addTick } from '../loop.ts';

type Subscriber = (message: unknown, name: string | symbol) => void;
// biome-ignore lint/suspicious/noExplicitAny: what is traced takes and gives anything, as in Node's own types.
type Traced = (this: any, ...args: any[]) => any;
/** Whatever can run a function with a value, as AsyncLocalStorage does on Node. */
interface Store {
  run(value: unknown, callback: () => unknown): unknown;
}
type Transform = (message: unknown) => unknown;

const channels = new Map<string | symbol, Channel>();

export class Channel {
  readonly name: string | symbol;
  #subscribers: readonly Subscriber[] = [];
  readonly #stores = new Map<Store, Transform | undefined>();

  constructor(name: string | symbol) {
    this.name = name;
    channels.set(name, this);
  }

  get hasSubscribers(): boolean {
    return this.#subscribers.length > 0 || this.#stores.size > 0;
  }
  subscribe(subscriber: unknown): void {
    checkFunction(subscriber, 'subscription');
    this.#subscribers = [...this.#subscribers, subscriber as Subscriber];
  }
  unsubscribe(subscriber: unknown): boolean {
    const index = this.#subscribers.indexOf(subscriber as Subscriber);
    if (index < 0) return false;
    this.#subscribers = this.#subscribers.toSpliced(index, 1);
    return true;
  }
  /** What a subscriber throws is thrown by the process, later: the publisher is not to blame. */
  publish(message: unknown): void {
    for (const subscriber of this.#subscribers) {
      try {
        subscriber(message, this.name);
      } catch (error) {
        addTick(() => {
          throw error;
        });
      }
    }
  }
  bindStore(store: Store, transform?: Transform): void {
    this.#stores.set(store, transform);
  }
  unbindStore(store: Store): boolean {
    return this.#stores.delete(store);
  }
  runStores(message: unknown, run: Traced, self?: unknown, ...args: unknown[]): unknown {
    const inner = () => {
      this.publish(message);
      return Reflect.apply(run, self, args);
    };
    const all = [...this.#stores].reduce<() => unknown>(
      (next, [store, transform]) =>
        () =>
          store.run(transform ? transform(message) : message, next),
      inner,
    );
    return all();
  }
}

export function channel(name: unknown): Channel {
  if (typeof name !== 'string' && typeof name !== 'symbol')
    throw invalidType('channel', 'one of type string or symbol', name);
  return channels.get(name) ?? new Channel(name);
}
export function subscribe(name: string | symbol, subscriber: Subscriber): void {
  channel(name).subscribe(subscriber);
}
export function unsubscribe(name: string | symbol, subscriber: Subscriber): boolean {
  return channel(name).unsubscribe(subscriber);
}
export function hasSubscribers(name: string | symbol): boolean {
  return channels.get(name)?.hasSubscribers ?? false;
}

const events = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'] as const;
type TraceChannels = Record<(typeof events)[number], Channel>;
type Handlers = Partial<Record<(typeof events)[number], Subscriber>>;
interface Context {
  result?: unknown;
  error?: unknown;
}

/** Five channels around one piece of work. */
export class TracingChannel {
  readonly start: Channel;
  readonly end: Channel;
  readonly asyncStart: Channel;
  readonly asyncEnd: Channel;
  readonly error: Channel;

  constructor(names: string | TraceChannels) {
    const of = (event: (typeof events)[number]) =>
      typeof names === 'string' ? channel(`tracing:${names}:${event}`) : names[event];
    this.start = of('start');
    this.end = of('end');
    this.asyncStart = of('asyncStart');
    this.asyncEnd = of('asyncEnd');
    this.error = of('error');
    for (const event of events) Object.defineProperty(this, event, { enumerable: false });
  }

  get hasSubscribers(): boolean {
    return events.some((event) => this[event].hasSubscribers);
  }
  subscribe(handlers: Handlers): void {
    for (const event of events) if (handlers[event]) this[event].subscribe(handlers[event]);
  }
  unsubscribe(handlers: Handlers): boolean {
    const asked = events.filter((event) => handlers[event]);
    return asked.map((event) => this[event].unsubscribe(handlers[event])).every(Boolean);
  }

  traceSync(run: Traced, context: Context = {}, self?: unknown, ...args: unknown[]): unknown {
    if (!this.hasSubscribers) return Reflect.apply(run, self, args);
    return this.#around(context, () => {
      context.result = Reflect.apply(run, self, args);
      return context.result;
    });
  }

  tracePromise(run: Traced, context: Context = {}, self?: unknown, ...args: unknown[]): unknown {
    if (!this.hasSubscribers) return Reflect.apply(run, self, args);
    const over = () => {
      this.asyncStart.publish(context);
      this.asyncEnd.publish(context);
    };
    return this.#around(context, () =>
      Promise.resolve(Reflect.apply(run, self, args)).then(
        (result: unknown) => {
          context.result = result;
          over();
          return result;
        },
        (error: unknown) => {
          context.error = error;
          this.error.publish(context);
          over();
          throw error;
        },
      ),
    );
  }

  /** `position` says which argument is the callback; the last one where nothing is said. */
  traceCallback(
    run: Traced,
    position = -1,
    context: Context = {},
    self?: unknown,
    ...args: unknown[]
  ): unknown {
    if (!this.hasSubscribers) return Reflect.apply(run, self, args);
    const callback = args.at(position);
    checkFunction(callback, 'callback');
    const { asyncStart, asyncEnd, error: errors } = this;
    const wrapped = function (this: unknown, ...results: unknown[]): unknown {
      const [error, result] = results;
      if (error) {
        context.error = error;
        errors.publish(context);
      } else context.result = result;
      return asyncStart.runStores(context, () => {
        try {
          return Reflect.apply(callback, this, results);
        } finally {
          asyncEnd.publish(context);
        }
      });
    };
    args.splice(position, 1, wrapped);
    return this.#around(context, () => Reflect.apply(run, self, args));
  }

  #around(context: Context, run: () => unknown): unknown {
    return this.start.runStores(context, () => {
      try {
        return run();
      } catch (error) {
        context.error = error;
        this.error.publish(context);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }
}

export function tracingChannel(names: string | TraceChannels): TracingChannel {
  return new TracingChannel(names);
}
