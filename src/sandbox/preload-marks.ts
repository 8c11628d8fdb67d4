/** Reports what the program marks and measures. */
import { lane } from './preload-lane.ts';
import type { LoopTrace } from './preload-loop.ts';
import { replace } from './preload-replace.ts';
import { detailOf, emit, emitCounted, short, sinceBegin } from './preload-write.ts';

export function traceMarks(loop: LoopTrace): void {
  const { mark, measure } = performance;
  let spans = 0;

  replace(performance, 'mark', function (this: Performance, ...args: Parameters<typeof mark>) {
    const entry = mark.apply(this, args);
    const name = short(entry.name);
    const at = sinceBegin(entry.startTime);
    loop.seen(entry.startTime);
    // The result is what the run was for; it is reported however many marks came before it.
    const report = name === 'result' ? emit : emitCounted;
    report({ type: 'mark', lane, name, at, ...detailOf(entry.detail) });
    return entry;
  });

  replace(
    performance,
    'measure',
    function (this: Performance, ...args: Parameters<typeof measure>) {
      const entry = measure.apply(this, args);
      const name = short(entry.name);
      const id = String(++spans);
      const endsAt = entry.startTime + entry.duration;
      loop.seen(entry.startTime);
      loop.seen(endsAt);
      // A measure is known when it is over; both of its ends are reported then, with their true times.
      const at = sinceBegin(entry.startTime);
      emitCounted({ type: 'begin', lane, name, id, at, ...detailOf(entry.detail) });
      emitCounted({ type: 'end', lane, name, id, at: sinceBegin(endsAt) });
      return entry;
    },
  );
}
