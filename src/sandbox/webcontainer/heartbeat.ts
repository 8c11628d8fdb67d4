/** Asks a container, while it starts or runs programs, whether it is still there: nothing else tells when it is not. */
import type { Settings } from './settings.ts';

export class Heartbeat {
  readonly #ask: () => Promise<unknown>;
  readonly #onSilence: () => void;
  readonly #times: Pick<Settings, 'heartbeatMs' | 'silenceMs'>;
  #beat: ReturnType<typeof setInterval> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(
    ask: () => Promise<unknown>,
    onSilence: () => void,
    times: Pick<Settings, 'heartbeatMs' | 'silenceMs'>,
  ) {
    this.#ask = ask;
    this.#onSilence = onSilence;
    this.#times = times;
  }

  start(): void {
    if (this.#beat !== undefined) return;
    this.#beat = setInterval(() => this.#listen(), this.#times.heartbeatMs);
    this.#listen();
  }

  stop(): void {
    clearInterval(this.#beat);
    this.#beat = undefined;
    this.#heard();
  }

  #listen(): void {
    if (this.#silence !== undefined) return;
    this.#silence = setTimeout(this.#onSilence, this.#times.silenceMs);
    // Whatever it answers, it is there.
    const heard = () => this.#heard();
    this.#ask().then(heard, heard);
  }

  #heard(): void {
    clearTimeout(this.#silence);
    this.#silence = undefined;
  }
}
