/** What the benchmarks call in the page. */
import { bareCpu, barePingPong, bareRoundTrip, bareStart } from './bare-workers.ts';
import { programNumbers, startCold, startWarm } from './engine-runs.ts';
import { floodPage } from './flood.ts';
import { holdThreads } from './threads.ts';
import { timelineFrames } from './timeline.ts';

const calls = {
  bareCpu,
  barePingPong,
  bareRoundTrip,
  bareStart,
  floodPage,
  holdThreads,
  programNumbers,
  startCold,
  startWarm,
  timelineFrames,
};

declare global {
  var inPage: typeof calls;
}
globalThis.inPage = calls;
