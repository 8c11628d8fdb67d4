/** What readers see before their first run: each recording can be read, drawn and written, and its program still does so. */
import { describe, expect, it } from 'vitest';
import { recording as schema } from '../../src/course/schema.ts';
import { timelineSvg } from '../../src/trace/svg.ts';
import { timelineTable } from '../../src/trace/table.ts';
import { timelineOf } from '../../src/trace/timeline.ts';
import type { TraceEvent } from '../../src/trace/trace-event.ts';
import { recordingText, recordRun } from '../../tools/record-run.ts';
import { experiments, files } from './real-course.ts';

const draw = (name: string, trace: readonly TraceEvent[]) => {
  const timeline = timelineOf(trace);
  return {
    timeline,
    svg: timelineSvg(timeline, { widthPx: 800, id: name }),
    table: timelineTable(timeline),
  };
};
const results = (trace: readonly TraceEvent[]) =>
  trace.flatMap((event) =>
    event.type === 'mark' && event.name === 'result' ? [Object.keys(event.detail ?? {})] : [],
  );

describe.each(experiments)('the recording of $name', (experiment) => {
  const { name, folder, recording, timeLimitMs } = experiment;
  const path = `${folder.replace(/\/experiments\/.*/, '')}/recordings/${name}.json`;

  it('is read, drawn, written, and read again', () => {
    if (!recording) throw new Error(`${name} has no recording`);
    const { timeline, svg, table } = draw(name, recording.trace);
    expect(timeline.lanes[0]?.kind).toBe('main');
    expect(timeline.dropped).toBe(0);
    const written = recordingText(recording);
    expect(written).toBe(files[path]);
    const again = schema.parse(JSON.parse(written));
    expect(again).toEqual(recording);
    expect(draw(name, again.trace)).toEqual({ timeline, svg, table });
  });

  it('has what its program reports when it runs', { timeout: timeLimitMs + 20_000 }, async () => {
    const run = await recordRun(experiment);
    expect(results(run.trace)).toEqual(results(recording?.trace ?? []));
    expect(run.outcome).toEqual(recording?.outcome);
  });
});
