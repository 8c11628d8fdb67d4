/** The part of a panel that is there before many runs are asked for; the rest is loaded then. */
import { required } from '../required.ts';
import type { ManyRunsOptions } from './many-runs.ts';
import type { Session, SessionEnd } from './session.ts';
import { aboutInWords } from './words.ts';

/** As often as it takes to see that a race has more than one outcome, and as rarely as somebody waits for it. */
export const TIMES = 20;

export class Repetition {
  readonly #place: HTMLElement;
  /** What the page came with: the outcomes of the recording, or none. */
  readonly #recorded: string;
  /** Why the button cannot be pressed before there was a run. */
  readonly #hint: string;
  #words = '';

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#recorded = this.#figure.innerHTML;
    this.#hint = this.#why.textContent;
  }

  /** Something can be repeated once a run has ended. `tookMs` is what the last one took, where that is news. */
  show(hasRun: boolean, busy: boolean, tookMs: number | undefined): void {
    if (tookMs !== undefined) this.#words = `Takes ${aboutInWords(tookMs * TIMES)}.`;
    this.button.ariaDisabled = String(!hasRun || busy);
    const words = !hasRun ? this.#hint : busy ? '' : this.#words;
    if (this.#why.textContent !== words) this.#why.textContent = words;
  }

  get button(): HTMLButtonElement {
    return required(this.#place, 'button.repeat', HTMLButtonElement);
  }

  /** The runs begin when the code for them has come. */
  start(options: Omit<ManyRunsOptions, 'times'>): Session {
    let isStopped = false;
    let session: Session | undefined;
    const play = async (): Promise<SessionEnd> => {
      const { startManyRuns } = await import('./many-runs.ts');
      if (isStopped) return { type: 'repeated', words: 'Stopped before a run was over.' };
      session = startManyRuns(this.#place, { ...options, times: TIMES });
      return session.end;
    };
    return {
      stop() {
        isStopped = true;
        session?.stop();
      },
      abandon() {
        isStopped = true;
        session?.abandon();
      },
      end: play().catch(() => ({
        type: 'failed',
        reason: 'What runs a program many times could not be loaded',
        remedy: 'Check your connection and try again.',
      })),
    };
  }

  /** Shows what the recording came to again. */
  reset(): void {
    const figure = this.#figure;
    figure.onclick = null;
    figure.innerHTML = this.#recorded;
    figure.hidden = figure.querySelector('table') === null;
  }

  get #why(): HTMLElement {
    return required(this.#place, '.why', HTMLElement);
  }

  get #figure(): HTMLElement {
    return required(this.#place, 'figure', HTMLElement);
  }
}
