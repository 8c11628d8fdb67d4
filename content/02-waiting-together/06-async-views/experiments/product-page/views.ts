// A product page needs three services. Three ways to make it:
import { setTimeout as sleep } from 'node:timers/promises';

const SERVICES = ['price', 'stock', 'reviews'];
const ANSWER_MS = 150;
const RENDER_MS = 200;

export async function oneByOne(): Promise<void> {
  for (const service of SERVICES) await ask(service);
}

export async function together(): Promise<void> {
  await Promise.all(SERVICES.map(ask));
}

export async function thenComputing(): Promise<void> {
  await together();
  compute('rendering', RENDER_MS);
}

/** Waits for the answer of a service. */
async function ask(service: string): Promise<void> {
  const start = performance.now();
  await sleep(ANSWER_MS);
  performance.measure(service, { start });
}

/** Keeps its thread busy. */
export function compute(name: string, ms: number): void {
  const start = performance.now();
  while (performance.now() < start + ms);
  performance.measure(name, { start });
}
