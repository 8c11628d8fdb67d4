/** What a panel shows of a run: output and timeline, with a line that says which run it is. */
import type { Outcome, OutputEvent } from '../../sandbox/engine.ts';
import type { TraceEvent } from '../../trace/trace-event.ts';
import { OutputLog } from '../output-log.ts';
import { required } from '../required.ts';
import type { TraceTimeline } from '../trace-timeline.ts';

export class Results {
  readonly #log: OutputLog;
  readonly #panel: HTMLElement;
  readonly #source: HTMLElement;
  readonly #recordingSource: string;
  /** The same for the timeline; read before the first run takes its place. */
  #drawnFrom: string | undefined;

  constructor(panel: HTMLElement) {
    this.#log = required(panel, 'output-log', OutputLog);
    this.#panel = panel;
    this.#source = required(panel, '.run-source', HTMLElement);
    this.#recordingSource = this.#source.textContent;
  }

  showRecording(): void {
    this.#source.textContent = this.#recordingSource;
    this.#log.restore();
    if (this.#drawnFrom !== undefined) this.#timeline?.restore(this.#drawnFrom);
  }

  /** Makes room for a new run. */
  begin(): void {
    this.#source.textContent = 'Your run, in this page';
    this.#log.clear();
    this.#drawnFrom ??= this.#timeline?.source;
    this.#timeline?.start('Drawn from your run.');
  }

  /** Says whether the program is still as it was in the run that is shown. */
  noteChange(changedSince: boolean): void {
    this.#source.textContent = changedSince
      ? 'Your run, before your last change'
      : 'Your run, in this page';
    if (this.#timeline)
      this.#timeline.source = changedSince
        ? 'Drawn from your run, before your last change.'
        : 'Drawn from your run.';
  }

  print(events: readonly OutputEvent[]): void {
    this.#log.print(events);
  }

  trace(events: readonly TraceEvent[]): void {
    this.#timeline?.add(events);
  }

  finish(outcome: Outcome): void {
    this.#timeline?.finish(outcome);
  }

  /** None where there is no timeline, or its code has not come: then the recording's figure stays as it is. */
  get #timeline(): TraceTimeline | undefined {
    const figure = this.#panel.querySelector('trace-timeline');
    return figure && 'start' in figure ? figure : undefined;
  }

  /** The reader looks at a moment in the timeline: what was printed about then is marked. */
  lookAt({ at, nearMs }: { readonly at: number | undefined; readonly nearMs: number }): void {
    this.#log.highlight(at === undefined ? undefined : { fromMs: at - nearMs, toMs: at + nearMs });
  }

  /** The reader picks a line of the output: the timeline shows when it was printed. */
  showMoment(at: number | undefined): void {
    this.#timeline?.lookAt(at);
  }
}
