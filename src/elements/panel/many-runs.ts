/**
 * What came of many runs of a program, in a panel's `.many`: how far it is, a histogram of the outcomes, and a way to
 * look at each run. Loaded when the reader asks for it.
 */
import { outcomeTable } from '../../trace/outcome-table.ts';
import { outcomeBars, outcomeSentence } from '../../trace/outcomes.ts';
import { required } from '../required.ts';
import type { KeptRun } from './kept-run.ts';
import { type SeriesOptions, startSeries } from './series.ts';
import type { Session } from './session.ts';

export interface ManyRunsOptions
  extends Pick<SeriesOptions, 'load' | 'engine' | 'program' | 'timeLimitMs' | 'outcome' | 'times'> {
  /** The reader wants to see a run: `which` is for example "Run 7 of 20". */
  show(run: KeptRun, which: string): void;
}

/** Takes the place of the recording's outcomes; `place` is put back by its owner. */
export function startManyRuns(place: HTMLElement, options: ManyRunsOptions): Session {
  const label = options.outcome?.label ?? 'Last line printed';
  const figure = required(place, 'figure', HTMLElement);
  let runs: readonly KeptRun[] = [];
  let open: number | undefined;
  const whole = () => runs.map(({ value }) => value);

  function draw(): void {
    const focused = barOf(document.activeElement);
    figure.hidden = false;
    figure.ariaLabel = `Outcomes of ${runs.length} runs`;
    required(figure, '.table', HTMLElement).innerHTML = outcomeTable(whole(), {
      label,
      opens: true,
      open,
    });
    required(figure, '.source', HTMLElement).textContent = 'Your runs, in this page.';
    required(figure, '.sentence', HTMLElement).textContent = outcomeSentence(whole(), label);
    if (focused !== undefined && figure.contains(figure.querySelector(`[data-bar="${focused}"]`))) {
      figure.querySelector<HTMLElement>(`[data-bar="${focused}"]`)?.focus();
    }
  }
  function tellProgress(words: string, done: number): void {
    const progress = required(place, 'progress', HTMLProgressElement);
    required(place, '.how-far', HTMLElement).hidden = words === '';
    progress.max = options.times;
    progress.value = done;
    required(place, '.how-far span', HTMLElement).textContent = words;
  }

  // Again and again on one bar leads through its runs.
  figure.onclick = ({ target }) => {
    const place = barOf(target instanceof Element ? target : null);
    const bar = place === undefined ? undefined : outcomeBars(whole())[place];
    if (!bar) return;
    const next = bar.runs[(bar.runs.indexOf(open ?? -1) + 1) % bar.runs.length];
    const run = next === undefined ? undefined : runs[next];
    if (!run || next === undefined) return;
    open = next;
    draw();
    options.show(run, `Run ${next + 1} of ${runs.length}`);
  };

  tellProgress(`Run 1 of ${options.times}`, 0);
  const session = startSeries({
    ...options,
    onRun(all) {
      runs = all;
      draw();
      tellProgress(
        `Run ${Math.min(all.length + 1, options.times)} of ${options.times}`,
        all.length,
      );
    },
    summary: (all) =>
      all.length === 0
        ? 'Stopped before a run was over.'
        : outcomeSentence(
            all.map(({ value }) => value),
            label,
          ),
  });
  void session.end.then(() => tellProgress('', 0));
  return session;
}

function barOf(element: Element | null): number | undefined {
  const bar = element?.closest('[data-bar]')?.getAttribute('data-bar');
  return bar === null || bar === undefined ? undefined : Number(bar);
}
