/** The same preload in the embedded engine reports the same as on Node. */
import { describe, expect, test } from 'vitest';
import { browserEngine } from '../../src/sandbox/browser/engine.ts';
import { TRACE_VERSION } from '../../src/trace/trace-event.ts';
import { follow } from '../sandbox/follow-run.ts';
import { endsOf, messagesOf, tracedPrograms } from './traced-programs.ts';

const support = browserEngine.support();

describe('the preload in the embedded engine', () => {
  test.each(tracedPrograms)('reports what a program does that $does', async (program) => {
    const { main, prints, messages, ends } = program;
    const run = follow(browserEngine, { files: { 'main.js': main }, entry: 'main.js' }, 20_000);
    const outcome = await run.outcome;
    const said = { outcome, stderr: run.stderr(), stdout: run.stdout() };
    expect(said).toEqual({ outcome: { type: 'exited', code: 0 }, stderr: '', stdout: prints });
    if (ends) expect(endsOf(run.trace)).toEqual(ends);
    const versions = run.trace.flatMap((event) => (event.type === 'trace' ? [event.version] : []));
    expect(new Set(versions)).toEqual(new Set([TRACE_VERSION]));
    // A port that came from another thread is known by what threads share; without shared memory it is not.
    if (support.ok && support.limits === undefined) expect(messagesOf(run.trace)).toEqual(messages);
  });
});
