/**
 * Records experiments, for readers before their first run and for those who cannot run anything:
 * `npm run record` records those whose recording is missing or belongs to another source,
 * `npm run record -- <experiment> …` records these, `npm run record -- all` every one.
 * Of several runs the shortest is kept: the one that was disturbed least by what else the machine had to do.
 * Let it be quiet all the same; what is recorded is what every reader sees first.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diagnosticsText } from '../src/course/diagnostic.ts';
import type { CourseExperiment } from '../src/course/model.ts';
import { readCourse } from '../src/course/read.ts';
import type { Recording } from '../src/course/schema.ts';
import { isStale } from '../src/course/source-hash.ts';
import { readContentFiles } from './content-files.ts';
import { recordingText, recordRun } from './record-run.ts';

const RUNS = 5;
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
  const recording = await calmest(experiment);
  mkdirSync(join(root, dirname(file)), { recursive: true });
  writeFileSync(join(root, file), recordingText(recording));
  console.log(
    `${file}: ${recording.trace.length} events, ${Math.round(recording.durationMs)} ms on ${recording.engine}`,
  );
}

async function calmest(experiment: CourseExperiment): Promise<Recording> {
  let best = await recordRun(experiment);
  for (let run = 1; run < RUNS; run++) {
    const next = await recordRun(experiment);
    if (next.durationMs < best.durationMs) best = next;
  }
  return best;
}

function choose(): readonly CourseExperiment[] {
  if (wanted.includes('all')) return all;
  if (wanted.length > 0) return wanted.map((name) => course.experiment(name));
  return all.filter(
    ({ recording, files: source }) => recording === undefined || isStale(recording, source),
  );
}
