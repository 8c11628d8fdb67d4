/** Events for tests: what a well-behaved program reports, and what anything at all could. */
import fc from 'fast-check';
import type { TraceEvent } from '../../src/trace/trace-event.ts';

const lane = fc.constantFrom('main', 'worker 1', 'worker 2', 'worker 10', 'process 7', '<b>&"\'');
const at = fc.integer({ min: 0, max: 200 });
const id = fc.constantFrom('1', '2', '3', '4');
const name = fc.oneof(
  fc.constantFrom('slow view', 'request 1', '</text><script>alert(1)</script>', '"\'`=<>&'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
);

/** Any event that passes the door, many of them in conflict with each other. */
export const anyEvent: fc.Arbitrary<TraceEvent> = fc.oneof(
  fc.record({ type: fc.constantFrom('begin', 'end'), lane, name, id, at }),
  fc.record({ type: fc.constant('mark'), lane, name, at }),
  fc.record({
    type: fc.constant('blocked'),
    lane,
    at,
    durationMs: fc.integer({ min: 0, max: 60 }),
  }),
  fc.record({ type: fc.constant('send'), lane, id, to: lane, at }),
  fc.record({ type: fc.constant('receive'), lane, id, at }),
  fc.record({ type: fc.constant('trace'), lane, version: fc.nat(5), at }),
  fc.record(
    { type: fc.constant('kill'), lane, target: lane, at, signal: fc.constant('SIGTERM') },
    { requiredKeys: ['type', 'lane', 'target', 'at'] },
  ),
  fc.record({
    type: fc.constant('loop'),
    lane,
    at,
    p50Ms: fc.nat(9),
    p99Ms: fc.nat(99),
    maxMs: fc.nat(999),
    utilization: fc.float({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ type: fc.constant('timer'), lane, name, setAt: at, dueAt: at, at }),
  fc.record({ type: fc.constant('dropped'), lane, count: fc.nat(99), at }),
  fc.record(
    {
      type: fc.constant('lane'),
      lane,
      state: fc.constant('closed'),
      at,
      exitCode: fc.integer({ min: 0, max: 3 }),
      signal: fc.constant('SIGKILL'),
    },
    { requiredKeys: ['type', 'lane', 'state', 'at'] },
  ),
  fc.record(
    { type: fc.constant('lane'), lane, state: fc.constant('open'), at, parent: lane, name },
    { requiredKeys: ['type', 'lane', 'state', 'at'] },
  ),
);

/** One run: the main thread is blocked for 600 ms, then lets a worker do a job that fails at the second attempt. */
export const run: readonly TraceEvent[] = [
  { type: 'lane', lane: 'main', state: 'open', at: 10 },
  { type: 'mark', lane: 'main', name: 'in one go', at: 12 },
  { type: 'begin', lane: 'main', name: 'slow view', id: '1', at: 110, detail: { request: 7 } },
  { type: 'blocked', lane: 'main', at: 110, durationMs: 600 },
  { type: 'end', lane: 'main', name: 'slow view', id: '1', at: 710 },
  { type: 'lane', lane: 'worker 1', state: 'open', at: 720 },
  { type: 'send', lane: 'main', id: 't1>1', to: 'worker 1', at: 730 },
  { type: 'receive', lane: 'worker 1', id: 't1>1', at: 736 },
  { type: 'begin', lane: 'worker 1', name: 'job', id: '1', at: 740, detail: { attempt: 1 } },
  { type: 'end', lane: 'worker 1', name: 'job', id: '1', at: 790 },
  {
    type: 'begin',
    lane: 'worker 1',
    name: 'job',
    id: '2',
    at: 800,
    detail: { attempt: 2, ok: false },
  },
  { type: 'end', lane: 'worker 1', name: 'job', id: '2', at: 900 },
  { type: 'lane', lane: 'worker 1', state: 'closed', at: 905, exitCode: 1 },
  { type: 'lane', lane: 'main', state: 'closed', at: 1_010, exitCode: 0 },
];
