/** What happens first, and then? The order is one that the program really takes. */
import type { z } from 'astro/zod';
import { commonFields, languageField, readField } from './common-fields.ts';
import { listingsOf, printsOnly, programField } from './program.ts';
import { seededRandom, shuffled } from './shuffle.ts';
import { otherwiseExplanation, slipExplanations, slipFields } from './slips.ts';
import type { Explanation, QuestionKind, Zod } from './types.ts';

/**
 *     - id: what-runs-first
 *       revision: 1
 *       kind: order-events
 *       prompt: In which order does this program print its lines?
 *       program:                     # optional; or `code`, with its language
 *         entry: main.ts
 *         files:
 *           main.ts: |
 *             setTimeout(() => console.log('timer'), 0);
 *             Promise.resolve().then(() => console.log('promise'));
 *             console.log('script');
 *       events:                      # in a right order; shown in another one
 *         - id: script
 *           text: "`script`"
 *           prints: script           # the line of the output that is this event; every event has one beside a program
 *         - id: promise
 *           text: "`promise`"
 *           prints: promise
 *         - id: timer
 *           text: "`timer`"
 *           prints: timer
 *       orders: []                   # all other right orders, as lists of ids: the tests see each of them and no other
 *       explanation: The script runs to its end, then the promises' callbacks, and only then is it the loop's turn.
 *       read: the-slow-view#one-callback-at-a-time
 *       slips:                       # wrong orders worth a word of their own, told by two events of them
 *         - earlier: timer
 *           later: promise
 *           explanation: The timer is due at once, but the loop is not free yet.
 *           misconception: the-loop-interrupts
 *       otherwise: Ask at each line whether it runs now or is noted down for later.
 */
const schema = (zod: Zod) =>
  zod
    .strictObject({
      ...commonFields(zod),
      kind: zod.literal('order-events'),
      code: zod.string().optional(),
      language: languageField(zod).default('ts'),
      program: programField(zod).optional(),
      events: zod
        .array(
          zod.strictObject({
            id: zod
              .string()
              .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
            /** Markdown of one paragraph. */
            text: zod.string().min(1),
            prints: zod.string().optional(),
          }),
        )
        .min(3)
        .max(8)
        .refine(
          (events) => new Set(events.map(({ id }) => id)).size === events.length,
          'ids that differ',
        ),
      orders: zod.array(zod.array(zod.string())).default([]),
      /** Markdown, as all explanations. */
      explanation: zod.string().min(3),
      read: readField(zod),
      slips: zod
        .array(
          zod.strictObject({
            earlier: zod.string(),
            /** Not necessarily the next one. */
            later: zod.string(),
            ...slipFields(zod),
          }),
        )
        .default([]),
      otherwise: zod.string().min(3),
    })
    .refine(
      ({ events, orders }) =>
        orders.every((order) =>
          isPermutation(
            order,
            events.map(({ id }) => id),
          ),
        ),
      {
        path: ['orders'],
        message: 'the id of each event once',
      },
    )
    .superRefine(({ events, slips }, context) => {
      for (const [index, slip] of slips.entries()) {
        for (const name of ['earlier', 'later'] as const) {
          if (events.some(({ id }) => id === slip[name])) continue;
          const message = 'the id of an event';
          context.addIssue({ code: 'custom', path: ['slips', index, name], message });
        }
      }
    })
    .refine(
      ({ events, orders, slips }) =>
        slips.every((slip) => !rightOrders({ events, orders }).some((order) => shows(order, slip))),
      { path: ['slips'], message: 'two events that no right order has in this order' },
    )
    .refine(
      ({ code, program, events }) =>
        program ? code === undefined && events.every(({ prints }) => prints !== undefined) : true,
      { path: ['program'], message: 'a program instead of `code`, and `prints` at every event' },
    );

export type OrderEvents = z.infer<ReturnType<typeof schema>>;
type Order = readonly string[];
type Listed = { readonly id: string; readonly text: string };
type Slip = { readonly earlier: string; readonly later: string };
type Orders = { readonly events: readonly Listed[]; readonly orders: readonly Order[] };

// Of many hidden inputs; HTML's custom for names that come more than once.
const FIELD = 'order[]';

export const orderEvents = {
  kind: 'order-events',
  schema,
  listings({ code, language, program }) {
    if (program) return listingsOf(program);
    return code === undefined ? [] : [{ code, language }];
  },
  fields: ({ id, revision, events, orders }) => {
    const options = events.map((event) => ({ value: event.id, text: event.text }));
    const right = rightOrders({ events, orders }).map(String);
    const isRight = (shown: typeof options) =>
      right.includes(String(shown.map(({ value }) => value)));
    const random = seededRandom(`${id} ${revision}`);
    let shown = shuffled(options, random);
    // Where nearly every order is right the first one may have to be one of them.
    for (let tries = 0; tries < 20 && isRight(shown); tries++) shown = shuffled(options, random);
    return [{ type: 'order', name: FIELD, label: 'First to last', options: shown }];
  },
  explanations: ({ events, orders, explanation, read, slips, otherwise }) => [
    ...rightOrders({ events, orders }).map(
      (order, index): Explanation => ({
        key: `order-${index}`,
        about: { type: 'markdown', text: order.map((id) => textOf(events, id)).join(' → ') },
        right: true,
        text: explanation,
        read,
      }),
    ),
    ...slipExplanations(slips, read, (slip) => ({
      type: 'markdown',
      text: `${textOf(events, slip.earlier)} before ${textOf(events, slip.later)}`,
    })),
    otherwiseExplanation('Any other order', otherwise, read),
  ],
  parseAnswer(form) {
    // The order of showing is never right, so that nobody means it who has not moved an event.
    if (form.get('moved') !== 'yes') return undefined;
    const order = form.getAll(FIELD).filter((value) => typeof value === 'string');
    return order.length > 0 ? order : undefined;
  },
  grade({ events, orders, slips }, answer) {
    const right = rightOrders({ events, orders }).findIndex(
      (order) => String(order) === String(answer),
    );
    if (right >= 0) return { correct: true, explain: [`order-${right}`] };
    const shown = slips.flatMap((slip, index) => (shows(answer, slip) ? [`slip-${index}`] : []));
    return { correct: false, explain: shown.length > 0 ? shown : ['otherwise'] };
  },
  isExecuted: ({ program }) => program !== undefined,
  async verify({ program, events, orders }, run, place) {
    if (!program) return [];
    const lineOf = (id: string) => events.find((event) => event.id === id)?.prints ?? '';
    const outputs = rightOrders({ events, orders }).map((order) => order.map(lineOf).join('\n'));
    const lines = new Set(events.map(({ prints = '' }) => prints));
    const spokenOf = (output: string) =>
      output
        .split('\n')
        .filter((line) => lines.has(line))
        .join('\n');
    return printsOnly(
      program,
      outputs,
      run,
      { ...place, read: 'src/quiz/order-events.ts' },
      spokenOf,
    );
  },
} as const satisfies QuestionKind<OrderEvents, Order>;

const rightOrders = ({ events, orders }: Orders): readonly Order[] => [
  events.map(({ id }) => id),
  ...orders,
];

const isPermutation = (order: Order, ids: Order): boolean =>
  String([...order].sort()) === String([...ids].sort());

/** Whether an order has the two events of a slip the wrong way round. An event that is missing is before nothing. */
function shows(order: Order, { earlier, later }: Slip): boolean {
  const at = order.indexOf(earlier);
  return at >= 0 && order.indexOf(later) > at;
}

const textOf = (events: readonly Listed[], id: string): string =>
  events.find((event) => event.id === id)?.text ?? id;
