/**
 * The format of a twin's `output.txt`, and when two outputs say the same. Example of the format:
 *
 *     # Python 3.13.5, Django 5.2.19
 *     # Debian GNU/Linux 13 (trixie), x86_64, 2 cores, 2026-11-22
 *     # python3 drive.py
 *
 *     3 users ask at once …
 */

/** Puts provenance and output together. `output` is what the program printed. */
export function formatRecording(provenance: readonly string[], output: string): string {
  return `${provenance.map((line) => `# ${line}\n`).join('')}\n${output.trimEnd()}\n`;
}

/** What the program printed, without the provenance. */
export function recordedOutput(recording: string): string {
  return recording.replace(/^(# .*\n)*\n/, '');
}

/**
 * The lines in which two outputs differ, `-` for recorded and `+` for printed; none when they say the same.
 * Orders, counts and outcomes must be equal. A duration, written `about 3 s` or `about 12 ms`, may differ.
 */
export function differences(recorded: string, printed: string): readonly string[] {
  const before = comparableLines(recorded);
  const now = comparableLines(printed);
  return Array.from({ length: Math.max(before.length, now.length) }, (_, i) =>
    before[i] === now[i]
      ? []
      : [
          ...(before[i] === undefined ? [] : [`- ${before[i]}`]),
          ...(now[i] === undefined ? [] : [`+ ${now[i]}`]),
        ],
  ).flat();
}

function comparableLines(output: string): readonly string[] {
  return output
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd().replace(/\babout [\d.]+ (ms|s)\b/g, 'about … $1'));
}
