/** A figure beside the state line that counts while a program runs, and is empty otherwise. */
import { durationInWords } from './words.ts';

export class PanelClock {
  readonly #place: HTMLElement;
  #timer = 0;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  start(): void {
    this.stop();
    const beganAt = performance.now();
    this.#timer = window.setInterval(() => {
      this.#place.textContent = durationInWords(performance.now() - beganAt);
    }, 100);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#place.textContent = '';
  }
}
