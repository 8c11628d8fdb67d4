/**
 * Records experiments, for readers before their first run and for those who cannot run anything:
 * `npm run record` records those whose recording is missing or belongs to another source,
 * `npm run record -- <experiment> …` records these, `npm run record -- all` every one.
 * Of several runs the shortest is kept; of an experiment that names an outcome, also what each of 20 runs came to.
 * Let it be quiet all the same; what is recorded is what every reader sees first.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diagnosticsText } from '../src/course/diagnostic.ts';
import type { CourseExperiment } from '../src/course/model.ts';
import { readCourse } from '../src/course/read.ts';
import { isStale } from '../src/course/source-hash.ts';
import { readContentFiles } from './content-files.ts';
import { recordingText, recordRuns } from './record-run.ts';

const RUNS = 5;
/** As many as a reader's own "Run 20 times". */
const RUNS_OF_AN_OUTCOME = 20;
const root = fileURLToPath(new URL('..', import.meta.url));

const { course, diagnostics } = readCourse(readContentFiles(root));
const all = course.lessons.flatMap((lesson) => lesson.experiments);

const wanted = process.argv.slice(2);
const chosen = choose();
if (chosen.length === 0) {
  // Content with mistakes is left out of the course, and an author should hear why nothing happens.
  if (all.length === 0) console.error(diagnosticsText(diagnostics));
  else console.log('Every recording belongs to the source of today.');
}
for (const experiment of chosen) {
  const file = join(dirname(dirname(experiment.folder)), 'recordings', `${experiment.name}.json`);
  const recording = await recordRuns(experiment, experiment.outcome ? RUNS_OF_AN_OUTCOME : RUNS);
  mkdirSync(join(root, dirname(file)), { recursive: true });
  writeFileSync(join(root, file), recordingText(recording));
  console.log(
    `${file}: ${recording.trace.length} events, ${Math.round(recording.durationMs)} ms on ${recording.engine}`,
  );
}

function choose(): readonly CourseExperiment[] {
  if (wanted.includes('all')) return all;
  if (wanted.length > 0) return wanted.map((name) => course.experiment(name));
  return all.filter(
    ({ recording, files: source, outcome }) =>
      recording === undefined ||
      isStale(recording, source) ||
      (recording.outcomes === undefined) !== (outcome === undefined),
  );
}
