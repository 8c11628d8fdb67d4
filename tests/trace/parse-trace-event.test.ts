import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTraceEvent, parseTraceEvents } from '../../src/trace/parse-trace-event.ts';
import { anyEvent } from './trace-events.ts';

// Some hundred examples take their time on a busy machine.
describe('the door of the trace', { timeout: 30_000 }, () => {
  test('lets every event of the format through as it is', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const whole = { ...event };
        // Names are cut only where they are longer than any of these.
        expect(parseTraceEvent(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
      }),
    );
  });

  test('never throws, whatever comes, and what it lets through it lets through again', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        const event = parseTraceEvent(value);
        if (event) expect(parseTraceEvent(event)).toEqual(event);
      }),
    );
  });

  test('takes an event with any of its parts spoilt for what is left of it, or for none', () => {
    const spoilt = fc
      .tuple(
        anyEvent,
        fc.constantFrom('type', 'lane', 'at', 'id', 'name', 'count', 'state'),
        fc.anything(),
      )
      .map(([event, key, value]) => ({ ...event, [key]: value }));
    fc.assert(
      fc.property(spoilt, (value) => {
        const event = parseTraceEvent(value);
        if (!event) return;
        expect(event.lane).toMatch(/^.{1,200}$/su);
        expect(event.at).toBeGreaterThanOrEqual(0);
        expect(JSON.stringify(event).length).toBeLessThan(20_000);
      }),
    );
  });

  test.each(['constructor', '__proto__', 'toString', 'message'])('knows no type %s', (type) => {
    expect(
      parseTraceEvent({ type, lane: 'main', at: 1, from: 'main', to: 'main' }),
    ).toBeUndefined();
  });

  test('leaves out what is no event, and keeps the order of the others', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyEvent, fc.constant(null), fc.constant({}))), (values) => {
        expect(parseTraceEvents(values)).toEqual(
          values.filter((value) => value && 'type' in value),
        );
      }),
    );
  });
});
