// A bank with four customers, and four kinds of days.
import { setTimeout as sleep } from 'node:timers/promises';

const ANSWER_MS = 30;
const TIME_OUT_MS = 70;

export class Bank {
  readonly charges: string[] = [];
  #asked = new Map<string, number>();
  #keys = new Set<string>();

  /** Gives the HTTP status, or nothing where no answer comes. */
  async charge(customer: string, key?: string) {
    const asked = (this.#asked.get(customer) ?? 0) + 1;
    this.#asked.set(customer, asked);

    if (customer === 'Ben' && asked <= 2) return answer(503); // busy
    if (customer === 'Dora') return answer(402); // card declined

    const isKnown = key !== undefined && this.#keys.has(key);
    if (!isKnown) this.charges.push(customer);
    if (key !== undefined) this.#keys.add(key);

    if (customer === 'Cem' && asked <= 2) {
      await sleep(TIME_OUT_MS); // charged, but the answer is lost
      return undefined;
    }
    return answer(200);
  }
}

async function answer(status: number) {
  await sleep(ANSWER_MS);
  return status;
}
