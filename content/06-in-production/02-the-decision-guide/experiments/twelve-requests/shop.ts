// Twelve requests, each with a job, and four ways to place them.
export const needs = {
  price: { inResponse: true, mustSurvive: false },
  mail: { inResponse: false, mustSurvive: true },
  count: { inResponse: false, mustSurvive: false },
};
export type Kind = keyof typeof needs;
export type Needs = (typeof needs)[Kind];
export type Place = 'view' | 'later' | 'queue';

export const placements: Record<string, (job: Needs) => Place> = {
  'all in the view': () => 'view',
  'all afterwards': () => 'later',
  'all in the queue': () => 'queue',
  'each in its place': ({ inResponse, mustSurvive }) => {
    if (mustSurvive) return 'queue';
    return inResponse ? 'view' : 'later';
  },
};

/** After this request of the twelve the web process is killed. */
export const KILLED_AFTER = 8;

const kinds: Kind[] = ['price', 'mail', 'count'];
export const requests = Object.keys(placements).flatMap((placement) =>
  Array.from({ length: 12 }, (_, n) => {
    const kind = kinds[n % 3] ?? 'price';
    return { placement, kind, number: n + 1 };
  }),
);
export type Request = (typeof requests)[number];
