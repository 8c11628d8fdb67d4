/** Asks a service, and gives up when the signal says so. */
export type Ask = (service: string, signal: AbortSignal) => Promise<string>;

/**
 * Asks all services, and gives the answers by the services' names.
 * Each has `deadlineMs` for its answer; who has none is left out.
 */
export async function page(
  services: readonly string[],
  ask: Ask,
  deadlineMs: number,
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const service of services) {
    const signal = AbortSignal.timeout(deadlineMs);
    answers[service] = await ask(service, signal);
  }
  return answers;
}
