/** Times as a figure writes them. */

/** Keeps a number and its unit on one line. */
const SPACE = '\u00a0';

/** A duration as somebody would say it: `0.4 ms`, `612 ms`, `1.25 s`, `2 min 5 s`. */
export function durationText(ms: number): string {
  if (ms < 9.95) return `${trimmed(ms, 1)}${SPACE}ms`;
  if (ms < 999.5) return `${Math.round(ms)}${SPACE}ms`;
  if (ms < 9_995) return `${trimmed(ms / 1_000, 2)}${SPACE}s`;
  if (ms < 59_950) return `${trimmed(ms / 1_000, 1)}${SPACE}s`;
  const seconds = Math.round(ms / 1_000);
  const rest = seconds % 60 === 0 ? '' : `${SPACE}${seconds % 60}${SPACE}s`;
  return `${Math.floor(seconds / 60)}${SPACE}min${rest}`;
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/**
 * Round places on an axis from `fromMs` to `toMs`, a step of 1, 2 or 5 apart: as near to each other as `fits` lets
 * the longest label be. All are in one unit, which the last one names.
 */
export function ticks(
  fromMs: number,
  toMs: number,
  fits: (longest: string, stepMs: number) => boolean,
): readonly Tick[] {
  let step = roundUp((toMs - fromMs) / 20);
  let found = ticksOf(fromMs, toMs, step);
  while (found.length > 2) {
    const longest = found.reduce((all, { label }) => (label.length > all.length ? label : all), '');
    if (fits(longest, step)) break;
    step = roundUp(step * 1.5);
    found = ticksOf(fromMs, toMs, step);
  }
  return found;
}

function ticksOf(fromMs: number, toMs: number, step: number): readonly Tick[] {
  const [unit, name] = toMs >= 2_000 && step >= 50 ? [1_000, 's'] : [1, 'ms'];
  const decimals = Math.max(0, -Math.floor(Math.log10(step / unit) + 1e-9));
  const first = Math.ceil(fromMs / step - 1e-9);
  const last = Math.floor(toMs / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => {
    const i = first + k;
    const label = i === 0 ? '0' : ((i * step) / unit).toFixed(decimals);
    return { at: i * step, label: i === last ? `${label}${SPACE}${name}` : label };
  });
}

/** The next 1, 2 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const factor = [1, 2, 5].find((round) => round * power >= value * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function trimmed(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}
