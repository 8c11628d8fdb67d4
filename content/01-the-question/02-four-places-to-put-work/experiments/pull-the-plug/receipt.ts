// The job: begin a receipt, and send it.
import { setTimeout as sleep } from 'node:timers/promises';
import { note, type Place, type Step, seen } from './outside.ts';

/** When the plug is pulled: once every receipt is … */
export const PULLED_WHEN: Step = 'begun'; // or 'sent'

export async function sendReceipt(place: Place): Promise<void> {
  await step(place, 'begun');
  await step(place, 'sent');
}

/** Notes the step. At one of them the plug always catches it. */
async function step(place: Place, step: Step): Promise<void> {
  note(place, step);
  performance.mark(`${place}: ${step}`);
  const isFirstTime = seen(place, step) === 1;
  if (isFirstTime && step === PULLED_WHEN) await sleep(60_000);
}
