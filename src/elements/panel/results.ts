/** What a panel shows of a run: output and timeline, with a line that says which run it is. */
import type { OutputEvent } from '../../sandbox/engine.ts';
import type { TraceEvent } from '../../trace/trace-event.ts';
import { OutputLog } from '../output-log.ts';
import { required } from '../required.ts';

/** What a panel asks of the timeline inside it. */
interface LiveTimeline extends Element {
  clear(): void;
  add(events: readonly TraceEvent[]): void;
  /** Back to the recording. */
  restore(): void;
}

export class Results {
  readonly #log: OutputLog;
  readonly #timeline: LiveTimeline | null;
  readonly #source: HTMLElement;
  readonly #recordingSource: string;

  constructor(panel: HTMLElement) {
    this.#log = required(panel, 'output-log', OutputLog);
    this.#timeline = panel.querySelector<LiveTimeline>('trace-timeline');
    this.#source = required(panel, '.source', HTMLElement);
    this.#recordingSource = this.#source.textContent;
  }

  showRecording(): void {
    this.#source.textContent = this.#recordingSource;
    this.#log.restore();
    this.#timeline?.restore();
  }

  /** Makes room for a new run. */
  begin(source: string): void {
    this.#source.textContent = source;
    this.#log.clear();
    this.#timeline?.clear();
  }

  print(events: readonly OutputEvent[]): void {
    this.#log.print(events);
  }

  trace(events: readonly TraceEvent[]): void {
    this.#timeline?.add(events);
  }
}
