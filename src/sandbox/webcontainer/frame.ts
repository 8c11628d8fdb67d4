/**
 * The frame that StackBlitz's client adds to the page, and how far it has come. The client tells neither: it waits
 * for ever for a frame that cannot be loaded, and keeps quiet about one that is lost. What is relied on here is no
 * documented part of the client: `tests/engine/webcontainer/protocol.test.ts` holds it to what it was when this was written.
 */

export interface FrameEvents {
  /** The page in the frame has begun to speak. */
  onInit(): void;
  /** StackBlitz cannot be reached: the frame cannot have been loaded either. */
  onUnreachable(): void;
  /** It was loaded a second time, and knows nothing of the first. */
  onReload(): void;
}

export class Frame {
  readonly #element: HTMLIFrameElement;
  readonly #listening = new AbortController();
  /** Whether anything at all has come from there. */
  hasAnswered = false;

  /** The frame that `act` makes the client add. */
  static async addedBy(act: () => void, events: FrameEvents): Promise<Frame> {
    const added = new Promise<HTMLIFrameElement>((resolve) => {
      const observer = new MutationObserver((records) => {
        const frame = records
          .flatMap(({ addedNodes }) => [...addedNodes])
          .find((node) => node instanceof HTMLIFrameElement && isOfClient(node));
        if (!(frame instanceof HTMLIFrameElement)) return;
        observer.disconnect();
        resolve(frame);
      });
      observer.observe(document.body, { childList: true });
    });
    act();
    return new Frame(await added, events);
  }

  constructor(element: HTMLIFrameElement, { onInit, onUnreachable, onReload }: FrameEvents) {
    this.#element = element;
    element.title = 'WebContainer';
    element.tabIndex = -1;
    element.setAttribute('aria-hidden', 'true');
    const { signal } = this.#listening;
    window.addEventListener(
      'message',
      ({ source, data }: MessageEvent<unknown>) => {
        if (source !== element.contentWindow || !isInit(data)) return;
        this.hasAnswered = true;
        onInit();
      },
      { signal },
    );
    let loads = 0;
    element.addEventListener('load', () => ++loads > 1 && onReload(), { signal });
    // A frame does not tell whether its page came. The same address, asked for by the page, does.
    fetch(element.src, { mode: 'no-cors', cache: 'no-store', credentials: 'omit', signal }).then(
      () => {
        this.hasAnswered = true;
      },
      () => {
        if (!signal.aborted && !this.hasAnswered) onUnreachable();
      },
    );
  }

  /** Ends all that runs in it. */
  remove(): void {
    this.#listening.abort();
    this.#element.remove();
  }
}

function isOfClient({ src }: HTMLIFrameElement): boolean {
  const url = URL.parse(src);
  return url?.pathname === '/headless' && url.origin !== location.origin;
}

function isInit(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'init';
}
