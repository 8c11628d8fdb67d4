/** Stands for a panel's instruments until their code has come, which is when the first run begins. */
import type { TraceEvent } from '../../trace/trace-event.ts';
import type { Instruments } from './instruments.ts';

type Act = (instruments: Instruments) => void;

export class Pulse {
  readonly #place: HTMLElement;
  #instruments: Instruments | undefined;
  /** What is to be done when they have come; nothing while nobody has asked for them. */
  #waiting: Act[] | undefined;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  begin(): void {
    if (!this.#instruments && !this.#waiting) this.#load();
    this.#do((instruments) => instruments.begin());
  }
  trace(events: readonly TraceEvent[]): void {
    this.#do((instruments) => instruments.trace(events));
  }
  finish(): void {
    this.#do((instruments) => instruments.finish());
  }
  clear(): void {
    this.#do((instruments) => instruments.clear());
  }

  #do(act: Act): void {
    if (this.#instruments) act(this.#instruments);
    else this.#waiting?.push(act);
  }

  #load(): void {
    this.#waiting = [];
    import('./instruments.ts').then(
      ({ Instruments }) => {
        this.#instruments = new Instruments(this.#place);
        for (const act of this.#waiting?.splice(0) ?? []) act(this.#instruments);
      },
      () => {
        // A run goes without; the next one tries again.
        this.#waiting = undefined;
      },
    );
  }
}
