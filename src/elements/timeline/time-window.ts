/** The part of a run that is in view. */
export interface TimeWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A tenth of a millisecond is as near as it makes sense to look. */
const MIN_MS = 0.1;

/** Nearer (`factor` below 1) or farther, with `aroundMs` staying in its place. Undefined when all of it is in view. */
export function zoomed(
  view: TimeWindow,
  factor: number,
  aroundMs: number,
  whole: TimeWindow,
): TimeWindow | undefined {
  const lengthMs = Math.max(MIN_MS, (view.toMs - view.fromMs) * factor);
  if (lengthMs >= whole.toMs - whole.fromMs) return undefined;
  const share = (aroundMs - view.fromMs) / (view.toMs - view.fromMs);
  return inside(aroundMs - share * lengthMs, lengthMs, whole);
}

/** The same length, `byMs` later. */
export function moved(view: TimeWindow, byMs: number, whole: TimeWindow): TimeWindow {
  return inside(view.fromMs + byMs, view.toMs - view.fromMs, whole);
}

/** The same window, or one of its length around a moment that it does not hold. */
export function including(view: TimeWindow, at: number, whole: TimeWindow): TimeWindow {
  if (at >= view.fromMs && at <= view.toMs) return view;
  const lengthMs = view.toMs - view.fromMs;
  return inside(at - lengthMs / 2, lengthMs, whole);
}

function inside(fromMs: number, lengthMs: number, whole: TimeWindow): TimeWindow {
  const start = Math.max(whole.fromMs, Math.min(fromMs, whole.toMs - lengthMs));
  return { fromMs: start, toMs: start + lengthMs };
}
