/**
 * `<run-panel>`: the bench of an experiment. Brings its parts together (prediction, files, output, timeline)
 * and runs the program that its `<script type="application/json">` describes. See `components/RunPanel.astro`.
 *
 * Run while a run is under way stops it and runs again, with the files as they are now.
 * Sends `files-change` (bubbling) whenever `files` are not what they were.
 */
import { progress } from '../progress/storage.ts';
import type { Files } from '../sandbox/engine.ts';
import type { SharedProgram } from '../sandbox/share-link.ts';
import { FileTabs } from './file-tabs.ts';
import { EngineDesk } from './panel/engine-desk.ts';
import { KeptEdits } from './panel/kept-edits.ts';
import { type Notice, showNotice } from './panel/notice.ts';
import { PanelClock } from './panel/panel-clock.ts';
import { editedFiles, entryOf, type PanelProgram, programOf } from './panel/panel-program.ts';
import type { Guess } from './panel/prediction.ts';
import { PredictionDesk } from './panel/prediction-desk.ts';
import { Repetition, TIMES } from './panel/repetition.ts';
import { Results } from './panel/results.ts';
import { loadSandbox, type Session, startSession } from './panel/session.ts';
import { isBusy, next, type PanelAction, type PanelState, ready } from './panel/state.ts';
import { stateInWords, toneOf } from './panel/words.ts';
import { required } from './required.ts';
import { RunElsewhere } from './run-elsewhere.ts';

export class RunPanel extends HTMLElement {
  /** Where engines come from; set it before the first run to use others. */
  sandbox = loadSandbox;

  #program: PanelProgram | undefined;
  #state: PanelState = ready;
  #session: Session | undefined;
  /** The files of the run that is shown; none while it is the recording. */
  #ran: Files | undefined;
  #kept: KeptEdits | undefined;
  #desk: PredictionDesk | undefined;
  #results: Results | undefined;
  #clock: PanelClock | undefined;
  #repetition: Repetition | undefined;
  #engines: EngineDesk | undefined;
  #listening: AbortController | undefined;

  connectedCallback(): void {
    customElements.upgrade(this);
    const { program } = this;
    this.#results ??= new Results(this);
    this.#clock ??= new PanelClock(required(this, '.clock', HTMLElement));
    this.#repetition ??= new Repetition(required(this, '.many', HTMLElement));
    if (program.prediction) this.#desk = new PredictionDesk(this, program.prediction, program.name);
    this.#engines = new EngineDesk(this, program.engine);
    this.#listen();
    for (const name of ['run', 'stop', 'reset', 'repeat']) this.#button(name).disabled = false;
    this.#recallEdits();
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#kept?.flush();
    this.#abandonRun();
  }

  /** The files as they are now. */
  get files(): Files {
    return this.#tabs.files;
  }

  /** Puts other files in their place, as an edit: Reset brings the program's own files back. */
  set files(files: Files) {
    this.#tabs.files = files;
    this.#noteEdit();
  }

  /** The name of the file in view. */
  get selectedFile(): string {
    return this.#tabs.selected;
  }

  set selectedFile(name: string) {
    this.#tabs.selected = name;
  }

  renameFile(from: string, to: string): void {
    this.#tabs.rename(from, to);
    this.#noteEdit();
  }

  get program(): PanelProgram {
    this.#program ??= JSON.parse(required(this, 'script', HTMLScriptElement).text) as PanelProgram;
    return this.#program;
  }

  /** Opens another program. What runs is stopped, and what it printed goes. */
  set program(program: PanelProgram) {
    this.#kept?.flush();
    this.#abandonRun();
    this.#program = program;
    this.#tabs.files = program.files;
    this.#showRecording();
    this.notice = undefined;
    this.#recallEdits();
    this.#show();
  }

  /** What to tell the reader, with what can be done about it. */
  set notice(notice: Notice | undefined) {
    showNotice(required(this, '.notice', HTMLElement), notice);
  }

  /** The engine that is to run the program, and the one that does where it cannot be had. */
  get wantedEngine(): EngineDesk['wanted'] {
    return this.#engines?.wanted ?? { engine: this.program.engine, fallback: undefined };
  }

  run(): void {
    this.#desk?.skipIfOpen();
    this.#do({ do: 'run' });
  }

  /** The same program many times, once it has run. */
  repeat(): void {
    if (this.#ran) this.#do({ do: 'repeat', words: `Running it ${TIMES} times.` });
  }

  stop(): void {
    this.#do({ do: 'stop' });
  }

  /** Back to the original files and the recording. What the reader had written can be had back. */
  reset(): void {
    const { files } = this;
    const edited = editedFiles(this.program.files, files).size > 0;
    this.files = this.program.files;
    this.#do({ do: 'reset' });
    if (!edited) return;
    const act = () => {
      this.files = files;
      this.#button('reset').focus();
    };
    const actions = [{ label: 'Take my changes back', act }];
    this.notice = { text: 'The original files are back.', actions };
  }

  /** Makes an action happen: the next state, and what goes with entering it. */
  #do(action: PanelAction): void {
    const before = this.#state;
    this.#state = next(before, action);
    if (this.#state === before) return;
    if (this.#state.at === 'stopping') this.#session?.stop();
    if (this.#state.at === 'starting' && action.do !== 'step') this.#start();
    if (this.#state.at === 'repeating') this.#repeat();
    if (this.#state.at === 'ended') this.#desk?.compare();
    if (this.#state.at === 'ready') this.#showRecording();
    if (this.#state.at === 'running' && before.at !== 'running') this.#clock?.start();
    else if (this.#state.at !== 'running') this.#clock?.stop();
    this.#show();
  }

  #showRecording(): void {
    this.#ran = undefined;
    this.#results?.showRecording();
    this.#repetition?.reset();
    this.#desk?.clear();
  }

  #start(): void {
    const { files } = this;
    this.#engines?.begin();
    this.#follow(
      startSession({
        load: this.sandbox,
        ...this.wantedEngine,
        program: programOf(this.program, files),
        timeLimitMs: this.program.timeLimitMs,
        view: required(this, '[role="log"]', HTMLElement),
        onStep: (step) => this.#do({ do: 'step', step }),
        onFallback: (why) => this.#engines?.fellBack(why),
        onBegan: ({ place, limits }) => this.#begin(files, place, limits),
        onOutput: (events) => this.#results?.print(events),
        onTrace: (events) => {
          this.#results?.trace(events);
          this.#desk?.trace(events);
        },
      }),
    );
  }

  /** Runs the program many times, out of sight; each run can be looked at. */
  #repeat(): void {
    const { files, program } = this;
    const session = this.#repetition?.start({
      load: this.sandbox,
      engine: this.#engines?.ranOn ?? program.engine,
      program: programOf(program, files),
      timeLimitMs: program.timeLimitMs,
      outcome: program.outcome,
      show: (run, which) => {
        this.#ran = files;
        this.#results?.show(run, which);
        this.#desk?.begin(editedFiles(program.files, files).size > 0);
        this.#desk?.trace(run.trace);
        this.#desk?.compare();
        this.#show();
      },
    });
    if (session) this.#follow(session);
  }

  #follow(session: Session): void {
    this.#session = session;
    void session.end.then((end) => {
      if (this.#session !== session) return;
      this.#session = undefined;
      if (end.type === 'ended') this.#results?.finish(end.ending.outcome);
      if (end.type === 'failed') this.#do({ do: 'fail', reason: end.reason, remedy: end.remedy });
      else if (end.type === 'repeated') this.#do({ do: 'repeated', words: end.words });
      else this.#do({ do: 'end', ending: end.ending });
      this.#engines?.over(end);
    });
  }

  #begin(files: Files, place: string, limits: string | undefined): void {
    const line = required(this, '.engine-limits', HTMLElement);
    line.textContent = limits ?? '';
    line.hidden = limits === undefined;
    this.#ran = files;
    this.#results?.begin(place);
    this.#desk?.begin(editedFiles(this.program.files, files).size > 0);
    if (this.program.name) progress.add({ type: 'experiment-run', experiment: this.program.name });
    this.#do({ do: 'began' });
  }

  /** Ends what runs without a word: nobody looks at it any more. */
  #abandonRun(): void {
    this.#session?.abandon();
    this.#session = undefined;
    this.#state = ready;
    this.#clock?.stop();
  }

  #recallEdits(): void {
    const { name, original, files } = this.program;
    this.#kept =
      name === undefined
        ? undefined
        : new KeptEdits(name, original, (text) => {
            this.notice = { text, actions: [] };
          });
    const kept = this.#kept?.read();
    if (!kept) return;
    this.#tabs.files = kept.files;
    if (!kept.outdated) return;
    this.notice = {
      text: 'The course has changed this program since you edited it. Below is your version.',
      actions: [
        { label: 'Keep my version', act: () => this.#noteEdit() },
        {
          label: 'Take the new one',
          act: () => {
            this.files = files;
          },
        },
      ],
    };
  }

  /** The files have changed: by the reader, or by putting other ones in their place. */
  #noteEdit(): void {
    const { files } = this;
    if (editedFiles(this.program.files, files).size > 0) this.#kept?.keep(files);
    else this.#kept?.forget();
    this.#show();
    this.dispatchEvent(new CustomEvent('files-change', { bubbles: true }));
  }

  #noteGuess(guess: Guess): void {
    this.#desk?.decide(guess);
    if (guess.type !== 'open') this.#button('run').focus();
  }

  #show(): void {
    const state = this.#state;
    const { files } = this;
    const edited = editedFiles(this.program.files, files);
    this.#tabs.edited = edited;
    if (this.#ran) this.#results?.noteChange(editedFiles(this.#ran, files).size > 0);
    this.dataset['tone'] = toneOf(state);
    const words =
      state.at === 'ready' && edited.size > 0 ? 'Ready, with your changes.' : stateInWords(state);
    const line = required(this, '.state', HTMLElement);
    if (line.textContent !== words) line.textContent = words;
    this.#button('stop').ariaDisabled = String(!isBusy(state));
    const tookMs = state.at === 'ended' ? state.ending.tookMs : undefined;
    this.#repetition?.show(this.#ran !== undefined, isBusy(state), tookMs);
  }

  #listen(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const on = (target: EventTarget, type: string, handle: (event: Event) => void) =>
      target.addEventListener(type, handle, { signal });
    on(this.#button('run'), 'click', () => this.run());
    on(this.#button('stop'), 'click', () => this.stop());
    on(this.#button('reset'), 'click', () => this.reset());
    on(this.#button('repeat'), 'click', () => this.repeat());
    on(this, 'edit', () => this.#noteEdit());
    on(this, 'guess', (event) => event instanceof CustomEvent && this.#noteGuess(event.detail));
    on(this, 'timeline-cursor', (event) => {
      if (event instanceof CustomEvent) this.#results?.lookAt(event.detail);
    });
    on(this, 'output-moment', (event) => {
      if (event instanceof CustomEvent) this.#results?.showMoment(event.detail.at);
    });
    this.addEventListener('keydown', (event) => this.#pressKey(event), { signal, capture: true });
    on(window, 'pagehide', () => this.#kept?.flush());
    this.#engines?.listen(signal);
    const elsewhere = this.querySelector('run-elsewhere');
    if (elsewhere instanceof RunElsewhere) elsewhere.program = () => this.#shared;
    this.#desk?.listen(signal);
  }

  /** What is taken along elsewhere. */
  get #shared(): SharedProgram {
    const { files } = this;
    return { files, entry: entryOf(this.program, files) };
  }

  /** Mod+Enter runs and Escape stops, wherever in the panel the reader is, before the editor hears of it. */
  #pressKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.run();
    } else if (event.key === 'Escape' && isBusy(this.#state)) {
      // An Escape that stops a run is not also the one by which the editor's Tab indents.
      event.stopPropagation();
      this.stop();
    }
  }

  get #tabs(): FileTabs {
    return required(this, 'file-tabs', FileTabs);
  }

  #button(name: string): HTMLButtonElement {
    return required(this, `button.${name}`, HTMLButtonElement);
  }
}

customElements.define('run-panel', RunPanel);
