/** The report that Node 24 prints by itself: `spec`, without colours. Pure: events in, text out. */
import type { TestEvent, TestResult } from './test-events.ts';

interface Surroundings {
  /** The folder to which places are relative, with its last slash. */
  readonly folder: string;
  /** What an error looks like; it may have several lines. */
  show(error: unknown): string;
}

type Started = Extract<TestEvent, { type: 'start' }>;

const indent = (nesting: number): string => '  '.repeat(nesting);

export class SpecReport {
  readonly #surroundings: Surroundings;
  /** Tests that have begun and of which nothing is printed yet, the outermost first. */
  #begun: Started[] = [];
  readonly #failed: TestResult[] = [];

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** The text that an event adds to the report. */
  take(event: TestEvent): string {
    switch (event.type) {
      case 'start':
        this.#begun.push(event);
        return '';
      case 'pass':
      case 'fail': {
        const { test } = event;
        const isLeaf = test.failure !== undefined && test.failure.type !== 'subtestsFailed';
        if (event.type === 'fail' && isLeaf) this.#failed.push(test);
        this.#begun.pop();
        const parents = this.#begun.map(({ nesting, name }) => `${indent(nesting)}▶ ${name}\n`);
        this.#begun = [];
        return `${parents.join('')}${indent(test.nesting)}${lineOf(test, event.type)}\n`;
      }
      case 'diagnostic':
        return `${indent(event.nesting)}ℹ ${event.message}\n`;
      case 'end':
        return this.#failures();
    }
  }

  #failures(): string {
    if (this.#failed.length === 0) return '';
    const parts = ['\n✖ failing tests:\n'];
    for (const test of this.#failed) {
      const { place } = test;
      if (place) {
        const file = place.file.startsWith(this.#surroundings.folder)
          ? place.file.slice(this.#surroundings.folder.length)
          : place.file;
        parts.push(`test at ${file}:${place.line}:${place.column}`);
      }
      const shown = this.#surroundings.show(test.failure?.error).split(/\r?\n/).join('\n  ');
      parts.push(`${lineOf(test, 'fail')}\n  ${shown}\n`);
    }
    return parts.join('\n');
  }
}

function lineOf(test: TestResult, type: 'pass' | 'fail'): string {
  const { name, durationMs, skip, todo, expectFailure } = test;
  const title = durationMs === 0 ? name : `${name} (${durationMs}ms)`;
  if (skip !== undefined) return `﹣ ${title} # ${reasonOf(skip, 'SKIP')}`;
  const sign = type === 'pass' ? '✔' : '✖';
  if (todo !== undefined)
    return `${type === 'fail' ? '⚠' : sign} ${title} # ${reasonOf(todo, 'TODO')}`;
  return `${sign} ${title}${expectFailure ? ' # EXPECTED FAILURE' : ''}`;
}

const reasonOf = (reason: string | true, word: string): string =>
  reason === true || reason === '' ? word : reason;
