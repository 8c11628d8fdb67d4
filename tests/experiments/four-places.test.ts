import { beforeEach, describe, expect, it } from 'vitest';
import { experimentsOf, onARealClock } from '../support/experiment.ts';

// What the lesson says of these programs, and of the changes that it proposes. Orders and counts only, no clocks.
const { take, change, run } = experimentsOf('01-the-question/02-four-places-to-put-work');

describe('one receipt in four places', onARealClock, () => {
  beforeEach(() => take('four-places'));

  /** What came first in each place. */
  const orders = () =>
    Object.fromEntries(
      [...run().matchAll(/^(\w+): (.+)$/gm)].map(([, place, order]) => [place, order]),
    );

  it('is waited for by the customer in the first two', () => {
    expect(orders()).toEqual({
      inline: 'sent, then answered',
      waiting: 'sent, then answered',
      thread: 'answered, then sent',
      queue: 'answered, then sent',
    });
  });

  it('is not waited for when the view does not await it', () => {
    change('places.ts', '  await sendReceipt();\n  sent();', '  void sendReceipt().then(sent);');
    expect(orders()['waiting']).toBe('answered, then sent');
  });

  it('is waited for when the view awaits its thread', () => {
    change('places.ts', 'thread: View = (sent)', 'thread: View = async (sent)');
    change(
      'places.ts',
      "  worker.once('message', sent);\n};\n\n/** Written",
      "  worker.once('message', sent);\n  await once(worker, 'message');\n};\n\n/** Written",
    );
    expect(orders()['thread']).toBe('sent, then answered');
  });
});

describe('pulling the plug', onARealClock, () => {
  beforeEach(() => take('pull-the-plug'));

  const fates = () =>
    Object.fromEntries(
      [...run().matchAll(/^(.+): customer (.+), sent: (\d)$/gm)].map(
        ([, place, customer, sent]) => [place, `${customer}, ${sent}`],
      ),
    );
  const pullWhenSent = () => change('receipt.ts', "Step = 'begun'", "Step = 'sent'");
  const tickOffFirst = () => {
    change('worker.ts', '    rmSync(job); // done: ticked off\n', '');
    change(
      'worker.ts',
      "    await sendReceipt('queue');",
      "    rmSync(job);\n    await sendReceipt('queue');",
    );
  };

  it('leaves only what was written down', () => {
    expect(fates()).toEqual({
      awaited: 'cut off, 0',
      'not awaited': 'answered, 0',
      thread: 'answered, 0',
      queue: 'answered, 1',
    });
  });

  it('makes it happen twice when it was done but not ticked off', () => {
    pullWhenSent();
    expect(fates()).toEqual({
      awaited: 'cut off, 1',
      'not awaited': 'answered, 1',
      thread: 'answered, 1',
      queue: 'answered, 2',
    });
  });

  it('loses it when it was ticked off before it was done', () => {
    tickOffFirst();
    expect(fates()['queue']).toBe('answered, 0');
  });

  it('makes it happen once when it was ticked off before, and the plug is pulled late', () => {
    tickOffFirst();
    pullWhenSent();
    expect(fates()['queue']).toBe('answered, 1');
  });

  it('leaves it undone without a worker', () => {
    change('main.ts', ", start('worker.ts')]) {\n  each.send", ']) {\n  each.send');
    expect(fates()['queue']).toBe('answered, 0');
  });
});
