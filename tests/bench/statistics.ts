/** The middle of some measurements and how far they spread; a machine's noise only ever adds, so no mean is taken. */

export interface Quartiles {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** With linear interpolation between neighbours. All are NaN where nothing was measured. */
export function quartiles(samples: readonly number[]): Quartiles {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)] ?? Number.NaN;
    const above = sorted[Math.ceil(place)] ?? Number.NaN;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}
