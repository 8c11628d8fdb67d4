/**
 * Paths as the program wrote them: the host only knows absolute ones, but an error names the path that was given.
 */
const MAX_PATHS = 512;
const given = new Map<string, string>();

export function rememberPath(absolute: string, written: string): void {
  given.delete(absolute);
  if (written === absolute) return;
  given.set(absolute, written);
  const [oldest] = given.keys();
  if (given.size > MAX_PATHS && oldest !== undefined) given.delete(oldest);
}

export function asGiven(absolute: string): string {
  return given.get(absolute) ?? absolute;
}
