/**
 * What a reader's hand does on the plot: points, drags, pinches, turns the wheel. A page that is scrolled past is not
 * held: the wheel alone scrolls it, as does a finger that moves up or down; Ctrl or Shift make the wheel the plot's.
 */
export interface GestureTarget {
  /** Whether there is more to see at either side. */
  readonly canMove: boolean;
  point(clientX: number, clientY: number): void;
  leave(): void;
  /** By how many pixels what is in view goes to the right. */
  move(byPx: number): void;
  /** Nearer (below 1) or farther, with what is at `clientX` staying there. */
  zoom(factor: number, clientX: number): void;
  /** Shows as much as fits what is at a place, or everything. */
  fit(clientX: number, clientY: number): void;
}

/** A hand is never quite still: shorter ways are no drag. */
const DRAG_PX = 4;

export function listenToGestures(
  plot: HTMLElement,
  target: GestureTarget,
  signal: AbortSignal,
): void {
  const held = new Map<number, PointerEvent>();
  /** How far the one pointer that is down has gone; it drags from DRAG_PX on. */
  let wayPx = 0;

  const on = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    listen: (event: HTMLElementEventMap[Type]) => void,
  ): void => plot.addEventListener(type, listen, { signal, passive: false });

  const release = ({ pointerId }: PointerEvent): void => {
    held.delete(pointerId);
    plot.classList.toggle('dragged', false);
  };

  on('pointerdown', (event) => {
    if (event.button !== 0) return;
    held.set(event.pointerId, event);
    wayPx = 0;
    if (held.size === 1) target.point(event.clientX, event.clientY);
  });
  on('pointermove', (event) => {
    const before = held.get(event.pointerId);
    if (!before) return target.point(event.clientX, event.clientY);
    const [other] = [...held.values()].filter(({ pointerId }) => pointerId !== event.pointerId);
    held.set(event.pointerId, event);
    if (other) return pinch(before, event, other);
    const byPx = event.clientX - before.clientX;
    wayPx += Math.abs(byPx);
    if (!target.canMove) return target.point(event.clientX, event.clientY);
    if (wayPx < DRAG_PX) return;
    if (!plot.classList.contains('dragged')) {
      plot.classList.add('dragged');
      capture(plot, event.pointerId);
    }
    target.move(byPx);
  });
  on('pointerup', release);
  on('pointercancel', release);
  on('pointerleave', (event) => {
    release(event);
    if (event.pointerType === 'mouse') target.leave();
  });
  on('dblclick', (event) => target.fit(event.clientX, event.clientY));
  on('wheel', (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const turned = Math.max(-60, Math.min(60, event.deltaY));
      target.zoom(Math.exp(turned / 120), event.clientX);
    } else if (
      target.canMove &&
      (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
    ) {
      event.preventDefault();
      target.move(-(event.deltaX || event.deltaY));
    }
  });

  /** Two fingers: what is between them stays between them. */
  function pinch(before: PointerEvent, now: PointerEvent, other: PointerEvent): void {
    const was = Math.abs(before.clientX - other.clientX);
    const is = Math.abs(now.clientX - other.clientX);
    const middle = (now.clientX + other.clientX) / 2;
    target.move((now.clientX - before.clientX) / 2);
    if (was > DRAG_PX && is > DRAG_PX) target.zoom(was / is, middle);
  }
}

function capture(plot: HTMLElement, pointerId: number): void {
  try {
    plot.setPointerCapture(pointerId);
  } catch {
    // The pointer is gone already: then there is nothing to hold.
  }
}
