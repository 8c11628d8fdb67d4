// A service that takes its time for each answer, and its caller.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export const LIMIT = 4;
const ANSWER_MS = 60;

let inFlight = 0;
const server = createServer(async (_request, response) => {
  inFlight++;
  service.peak = Math.max(service.peak, inFlight);
  await sleep(ANSWER_MS);
  inFlight--;
  response.end('9.90');
});
export const service = { peak: 0, close: () => server.close() };

server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

/** Asks the service for the price of one article. */
export async function price(article: number): Promise<number> {
  const start = performance.now();
  const answer = await fetch(`http://localhost:${port}/${article}`);
  const amount = Number(await answer.text());
  performance.measure(`price ${article}`, { start });
  return amount;
}
