/**
 * The built-in modules that every thread has from the start, one line each: what most programs use, and what others
 * are made of. All others are on the shelf. What neither has is refused, with its reason in `host/absent.ts`.
 */
import { nameMembers } from '../name-members.ts';
import consoleObject from './console.ts';
import * as events from './events.ts';
import nodeProcess from './process.ts';
import * as timers from './timers.ts';
import workerThreads from './worker-threads.ts';

/** Names to values, `default` among them. */
export type BuiltinModule = Readonly<Record<string, unknown>>;

/** A module whose default export is one object with all of its names. */
function plain(names: BuiltinModule): BuiltinModule {
  nameMembers(names);
  return { default: { ...names }, ...names };
}

nameMembers(timers.promises);

export const builtins: Readonly<Record<string, BuiltinModule>> = {
  console: { default: consoleObject, ...nameMembers(consoleObject) },
  events: { ...nameMembers(events) },
  process: membersOf(nodeProcess),
  timers: plain(timers),
  worker_threads: membersOf(workerThreads),
};

/** For an object whose members have their values only once the thread has begun: they are read when they are asked for. */
function membersOf(object: object): BuiltinModule {
  nameMembers(object);
  const names = new Set<string>();
  for (
    let level = object;
    level && level !== Object.prototype;
    level = Object.getPrototypeOf(level)
  ) {
    for (const name of Object.getOwnPropertyNames(level)) {
      if (name !== 'constructor' && !name.startsWith('_')) names.add(name);
    }
  }
  const module = { default: object };
  for (const name of names) {
    Object.defineProperty(module, name, {
      enumerable: true,
      get: () => {
        const value: unknown = Reflect.get(object, name);
        return typeof value === 'function' && !Object.hasOwn(object, name)
          ? value.bind(object)
          : value;
      },
    });
  }
  return module;
}

/** The names that each module exports, for the host that links them. */
export function exportsOfBuiltins(): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(builtins).map(([name, module]) => [name, Object.keys(module)]),
  );
}
