/** What a panel shows of a run: output and timeline, with a line that says which run it is. */
import type { Outcome, OutputEvent } from '../../sandbox/engine.ts';
import type { TraceEvent } from '../../trace/trace-event.ts';
import { OutputLog } from '../output-log.ts';
import { required } from '../required.ts';
import type { TraceTimeline } from '../trace-timeline.ts';
import { Pulse } from './pulse.ts';

export interface FinishedRun {
  readonly output: readonly OutputEvent[];
  readonly trace: readonly TraceEvent[];
  readonly outcome: Outcome;
}

export class Results {
  readonly #log: OutputLog;
  readonly #panel: HTMLElement;
  readonly #source: HTMLElement;
  readonly #recordingSource: string;
  /** The same for the timeline; read before the first run takes its place. */
  #drawnFrom: string | undefined;
  readonly #pulse: Pulse;
  /** The run that is shown, where it is not the recording. */
  #which = 'Your run';
  /** Where the reader's runs run. */
  #place = 'in this page';

  constructor(panel: HTMLElement) {
    this.#log = required(panel, 'output-log', OutputLog);
    this.#panel = panel;
    this.#pulse = new Pulse(required(panel, '.instruments', HTMLElement));
    this.#source = required(panel, '.run-source', HTMLElement);
    this.#recordingSource = this.#source.textContent;
  }

  showRecording(): void {
    this.#source.textContent = this.#recordingSource;
    this.#pulse.clear();
    this.#log.restore();
    if (this.#drawnFrom !== undefined) this.#timeline?.restore(this.#drawnFrom);
  }

  /** Makes room for a new run. */
  begin(place: string): void {
    this.#place = place;
    this.#clear('Your run');
    this.#timeline?.start('Drawn from your run.');
    this.#pulse.begin();
  }

  /** Shows a run that is over; `which` one it is, as "Run 7 of 20". */
  show({ output, trace, outcome }: FinishedRun, which: string): void {
    this.#clear(which);
    this.#pulse.clear();
    this.#log.print(output);
    this.#timeline?.clear();
    this.#timeline?.add(trace);
    this.#timeline?.finish(outcome);
    this.noteChange(false);
  }

  #clear(which: string): void {
    this.#which = which;
    this.#source.textContent = `${which}, ${this.#place}`;
    this.#log.clear();
    this.#drawnFrom ??= this.#timeline?.source;
  }

  /** Says whether the program is still as it was in the run that is shown. */
  noteChange(changedSince: boolean): void {
    const which = this.#which;
    this.#source.textContent = changedSince
      ? `${which}, before your last change`
      : `${which}, ${this.#place}`;
    const drawn = `Drawn from ${which.charAt(0).toLowerCase()}${which.slice(1)}`;
    if (this.#timeline)
      this.#timeline.source = changedSince ? `${drawn}, before your last change.` : `${drawn}.`;
  }

  print(events: readonly OutputEvent[]): void {
    this.#log.print(events);
  }

  trace(events: readonly TraceEvent[]): void {
    this.#pulse.trace(events);
    this.#timeline?.add(events);
  }

  finish(outcome: Outcome): void {
    this.#pulse.finish();
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
