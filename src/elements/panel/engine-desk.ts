/**
 * The engines of a panel: which one is to run its program, which one runs it where that cannot be had, and the notice
 * that says so.
 */
import type { EngineId, EngineUnavailable } from '../../sandbox/engine.ts';
import { required } from '../required.ts';
import { EngineChoice } from './engine-choice.ts';
import type { Notice } from './notice.ts';
import type { SandboxAccess, SessionEnd } from './session.ts';
import { WarmEngines } from './warm-engines.ts';

/** What the desk needs of its panel. */
export interface Bench extends HTMLElement {
  sandbox: () => Promise<SandboxAccess>;
  notice: Notice | undefined;
  run(): void;
}

export class EngineDesk {
  readonly #panel: Bench;
  readonly #choice: EngineChoice;
  readonly #warm = new WarmEngines();
  #ranOn: EngineId;
  /** The notice is about engines, and out of date when the program is run again. */
  #hasNotice = false;

  constructor(panel: Bench, asked: EngineId) {
    this.#panel = panel;
    this.#choice = new EngineChoice(panel, asked);
    this.#ranOn = asked;
  }

  /** Who comes near the controls is going to need an engine, and who chooses one that one. */
  listen(signal: AbortSignal): void {
    this.#choice.listen(signal);
    const warmUp = () => void this.#warm.warmUp(this.#panel.sandbox, this.#choice.chosen);
    const bar = required(this.#panel, '.bar', HTMLElement);
    for (const type of ['pointerenter', 'focusin', 'change']) {
      bar.addEventListener(type, warmUp, { signal });
    }
  }

  /** What a session is to be given to run on. */
  get wanted(): { readonly engine: EngineId; readonly fallback: EngineId | undefined } {
    return { engine: this.#choice.chosen, fallback: this.#choice.fallback };
  }

  /** The engine of the run that is shown. */
  get ranOn(): EngineId {
    return this.#ranOn;
  }

  begin(): void {
    this.#ranOn = this.#choice.chosen;
    if (this.#hasNotice) this.#panel.notice = undefined;
    this.#hasNotice = false;
  }

  /** The panel stays with the engine that it has, until the reader says otherwise. */
  fellBack(why: EngineUnavailable): void {
    const { engine: wanted, fallback } = this.wanted;
    if (fallback === undefined) return;
    this.#ranOn = fallback;
    this.#choice.choose(fallback);
    void this.#tell(wanted, ({ ranElsewhere }, ways) => ranElsewhere(why, fallback, ways));
  }

  over(end: SessionEnd): void {
    const { engine: wanted, fallback } = this.wanted;
    if (end.type === 'failed') {
      void this.#tell(wanted, ({ notRun }, ways) => notRun(end.wayOn, ways));
    } else if (end.type === 'ended' && fallback !== undefined) {
      const { outcome } = end.ending;
      void this.#tell(wanted, ({ brokeDown }, ways) => brokeDown(outcome, fallback, ways));
    }
  }

  /** What there is to say is loaded when there is something to say. */
  async #tell(
    wanted: EngineId,
    words: (
      ways: typeof import('./way-on.ts'),
      about: Parameters<typeof import('./way-on.ts').notRun>[1],
    ) => Notice | undefined,
  ): Promise<void> {
    const loading = Promise.all([import('./way-on.ts'), this.#panel.sandbox()]);
    // Where not even the engines' names can be loaded there is no way on to offer: the state has said why.
    const loaded = await loading.catch(() => undefined);
    if (!loaded) return;
    const [ways, { engines }] = loaded;
    const run = (on: EngineId) => {
      this.#choice.choose(on);
      this.#panel.run();
    };
    const notice = words(ways, { engines, wanted, run });
    if (!notice) return;
    this.#panel.notice = notice;
    this.#hasNotice = true;
  }
}
