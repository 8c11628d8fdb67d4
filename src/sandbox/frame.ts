/** The rhythm of what the page shows. */

/** How long a page that is not drawn, such as a hidden tab, waits instead of a frame. */
const WITHOUT_FRAMES_MS = 100;

/** Calls back at the next animation frame, or a moment later where none comes. Gives back how to cancel. */
export function onNextFrame(callback: () => void): () => void {
  let frame: number | undefined;
  const cancel = () => {
    clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
  };
  const run = () => {
    cancel();
    callback();
  };
  const timer = setTimeout(run, WITHOUT_FRAMES_MS);
  if (typeof requestAnimationFrame === 'function') frame = requestAnimationFrame(run);
  return cancel;
}
