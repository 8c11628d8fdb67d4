import { type Needs, placeOf } from './place.ts';

const jobs: Record<string, Needs> = {
  'store an order': { inResponse: true, mustSurvive: true, work: 'short' },
  'send a receipt': { inResponse: false, mustSurvive: true, work: 'waits' },
  'ask five services': { inResponse: true, mustSurvive: false, work: 'waits' },
  'find a route': { inResponse: true, mustSurvive: false, work: 'computes' },
  'count a page view': { inResponse: false, mustSurvive: false, work: 'waits' },
  'warm a cache': { inResponse: false, mustSurvive: false, work: 'computes' },
};

for (const [job, needs] of Object.entries(jobs)) {
  const place = placeOf(needs);
  performance.mark(`${job}: ${place}`);
  console.log(`${job.padEnd(20)}${place}`);
}
