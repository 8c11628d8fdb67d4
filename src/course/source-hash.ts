/** Tells whether a recording, or a reader's stored edit, still belongs to the source that it was made from. */

/**
 * For example `fnv1a64-9c1f0e3d22ab7c41`: FNV-1a over the paths and texts of the files, in the order of the paths.
 * Line ends count as LF. It guards against forgetting, not against malice, and is the same in Node and in browsers.
 */
export function sourceHash(files: Readonly<Record<string, string>>): string {
  let hash = 0xcbf29ce484222325n;
  const paths = Object.keys(files).sort();
  // The NUL keeps a path from running into its text.
  const whole = paths.map((path) => `${path}\0${files[path]?.replaceAll('\r\n', '\n')}\0`).join('');
  for (const byte of new TextEncoder().encode(whole)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return `fnv1a64-${hash.toString(16).padStart(16, '0')}`;
}

/** Whether a recording was made from other files than these. */
export function isStale(
  recording: { readonly sourceHash: string },
  files: Readonly<Record<string, string>>,
): boolean {
  return recording.sourceHash !== sourceHash(files);
}
