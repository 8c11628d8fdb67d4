/**
 * Which engine runs a panel's program: the reader's choice, remembered for all experiments that do not ask for an engine
 * of their own. The radio that the page came with is the default; see `RunPanel.astro`.
 */
import { preferences } from '../../progress/storage.ts';
import type { EngineId } from '../../sandbox/engine.ts';
import { engineIds, isEngineId } from '../../sandbox/engine-ids.ts';

export class EngineChoice {
  readonly #panel: HTMLElement;
  /** The engine that the experiment asks for, which can run it in any case. */
  readonly #asked: EngineId;

  constructor(panel: HTMLElement, asked: EngineId) {
    this.#panel = panel;
    this.#asked = asked;
    const { engine } = preferences.value;
    if (this.#isRemembered && engine !== 'auto') this.choose(engine);
  }

  get chosen(): EngineId {
    const value = this.#radios.find(({ checked }) => checked)?.value;
    return isEngineId(value) ? value : this.#asked;
  }

  /** What runs the program where the chosen engine cannot be had. */
  get fallback(): EngineId | undefined {
    return this.chosen === this.#asked ? undefined : this.#asked;
  }

  /** For the next runs of this panel; nothing is remembered. */
  choose(id: EngineId): void {
    for (const radio of this.#radios) radio.checked = radio.value === id;
  }

  listen(signal: AbortSignal): void {
    for (const radio of this.#radios) {
      radio.addEventListener('change', () => this.#remember(radio), { signal });
    }
  }

  #remember({ value, defaultChecked }: HTMLInputElement): void {
    if (!this.#isRemembered || !isEngineId(value)) return;
    preferences.choose('engine', defaultChecked ? 'auto' : value);
  }

  /** An experiment that asks for another engine than most starts there, whatever was chosen for the others. */
  get #isRemembered(): boolean {
    return this.#asked === engineIds[0];
  }

  get #radios(): HTMLInputElement[] {
    return [...this.#panel.querySelectorAll<HTMLInputElement>('.engines input')];
  }
}
