/** One check of an exercise: runs `check.ts` beside the reader's files, and makes words and a list of what it found. */
import type { Files, Program } from '../../sandbox/engine.ts';
import { readTestReport, type TestCheck } from '../../sandbox/test-report.ts';
import type { PanelProgram } from '../panel/panel-program.ts';
import { programOf } from '../panel/panel-program.ts';
import { type SessionEnd, type SessionOptions, startSession } from '../panel/session.ts';
import { brokenInWords } from '../panel/words.ts';

export const CHECK_FILE = 'check.ts';
/** Of the output; what a check has to say is at its end. */
const MAX_CHARACTERS = 200_000;

export interface CheckingOptions extends Pick<SessionOptions, 'load' | 'engine' | 'fallback'> {
  readonly program: PanelProgram;
  /** The reader's, as they are now. */
  readonly files: Files;
  readonly check: string;
  readonly strippedCheck: string;
}

export interface CheckingEnd {
  /** One sentence, for the state line. */
  readonly words: string;
  readonly solved: boolean;
  /** A list of the checks, and what was printed beside them. */
  readonly report: readonly HTMLElement[];
}

export interface Checking {
  stop(): void;
  /** Ends it; nothing more is heard of it. */
  abandon(): void;
  /** Never rejects. */
  readonly end: Promise<CheckingEnd>;
}

export function startChecking({
  load,
  engine,
  fallback,
  program,
  files,
  check,
  strippedCheck,
}: CheckingOptions): Checking {
  let stdout = '';
  let stderr = '';
  let elsewhere = '';
  const keep = (all: string, text: string) => (all + text).slice(-MAX_CHARACTERS);
  const { stripped = {}, ...own } = programOf(program, files);
  const checked: Program = {
    ...own,
    files: { ...files, [CHECK_FILE]: check },
    entry: CHECK_FILE,
    stripped: { ...stripped, [CHECK_FILE]: strippedCheck },
  };
  const session = startSession({
    load,
    engine,
    fallback,
    program: checked,
    timeLimitMs: program.timeLimitMs,
    onStep: () => undefined,
    onFallback: ({ message }) => {
      elsewhere = `${message} So the check ran on another engine. `;
    },
    onBegan: () => undefined,
    onOutput(events) {
      for (const { stream, text } of events)
        if (stream === 'stderr') stderr = keep(stderr, text);
        else stdout = keep(stdout, text);
    },
    onTrace: () => undefined,
  });
  return {
    stop: session.stop,
    abandon: session.abandon,
    end: session.end.then((end) => {
      const { words, ...rest } = result(end, stdout, stderr);
      return { ...rest, words: elsewhere + words };
    }),
  };
}

function result(end: SessionEnd, stdout: string, stderr: string): CheckingEnd {
  const report = readTestReport(stdout);
  const checks = [...(report?.checks ?? []), ...(report?.others ?? [])];
  const passed = checks.filter(({ outcome }) => outcome === 'passed').length;
  const list = checks.length > 0 ? [checkList(checks)] : [];
  const printed = [...list, ...printedBeside(stderr, checks.length === 0)];
  const said = (words: string): CheckingEnd => ({ words, solved: false, report: printed });
  if (end.type === 'failed') return said(`${end.reason}. ${end.remedy}`);
  if (end.type === 'repeated') return said(end.words);
  const { outcome } = end.ending;
  if (outcome.type === 'stopped') return said('Stopped before the check was over.');
  if (outcome.type === 'timed-out')
    return said(
      `The check was still running after ${outcome.limitMs / 1000} seconds and was ended. Is there a loop that does not end, or a promise that nobody settles?`,
    );
  if (outcome.type === 'crashed') return said(brokenInWords('check', outcome.message));
  if (!report?.isComplete || checks.length === 0)
    return said(
      'The program ended before the check was over. What it printed as errors stands below.',
    );
  const solved = outcome.code === 0 && passed === checks.length;
  const of = `${passed} of ${checks.length} checks pass`;
  return { words: solved ? `Solved: ${of}.` : `${of}.`, solved, report: printed };
}

const words = { passed: 'holds', failed: 'does not hold', skipped: 'left out', todo: 'to do' };

function checkList(checks: readonly TestCheck[]): HTMLElement {
  const list = element('ul', '');
  for (const { name, outcome, failure } of checks) {
    const item = element('li', '');
    const mark = element('span', words[outcome]);
    mark.className = 'mark';
    mark.dataset['right'] = String(outcome === 'passed');
    item.append(element('span', name), ' ', mark);
    if (failure && outcome !== 'passed') {
      const message = element('pre', failure.message);
      message.tabIndex = 0;
      item.append(message);
    }
    list.append(item);
  }
  return list;
}

/** Open where it is all that there is to read. */
function printedBeside(stderr: string, isOpen: boolean): HTMLElement[] {
  if (stderr.trim() === '') return [];
  const all = document.createElement('details');
  all.open = isOpen;
  const text = element('pre', stderr.trimEnd());
  text.tabIndex = 0;
  all.append(element('summary', 'What was printed as errors'), text);
  return [all];
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
