/** What is printed of an error that ends a thread: the place, the marked line and the error, as Node prints them. */
import { inspect } from './inspection.ts';
import { shownPath, stackOf, tidyStack, topPlace } from './stack-traces.ts';
import { moduleAt } from './thread.ts';

/** How an error came out: Node marks the `throw` of a callback, but where the error was made of all others. */
export type Way = 'thrown' | 'rejected';

export function reportOf(error: unknown, way: Way): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : inspect(error);
  tidyStack(error);
  const shown = inspected(error);
  const frame = frameOf(error, way);
  return frame === undefined ? shown : `${frame}\n\n${shown}`;
}

/** What shows all of it cannot be had while the site cannot be reached. */
function inspected(error: Error): string {
  try {
    return withoutBrackets(inspect(error, { customInspect: false }));
  } catch {
    return stackOf(error);
  }
}

/** An error that has no frames is shown in brackets; on Node it has frames, though of Node's own. */
function withoutBrackets(shown: string): string {
  return shown.replace(/^\[(.*)\](?= \{$|$)/m, (all, head: string, at: number) =>
    at === 0 ? head : all,
  );
}

function frameOf(error: Error, way: Way): string | undefined {
  const place = topPlace(error.stack ?? '');
  const module = moduleAt(place?.path ?? '');
  const code = place && module?.source.split('\n')[place.line - 1];
  if (!place || !module || code === undefined) return undefined;
  // A browser only tells where the error was made, which mostly is behind the `throw`.
  const thrown =
    way === 'thrown' && /throw\s+(?:new\s+[\w$.]+)?$/.exec(code.slice(0, place.column - 1));
  const column = thrown ? thrown.index : place.column - 1;
  return `${shownPath(module)}:${place.line}\n${code}\n${' '.repeat(column)}^`;
}
