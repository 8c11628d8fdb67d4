/** What came last; whoever comes next has to wait for it. */
let last: Promise<unknown> = Promise.resolve();

/** Does the work while no other work that came this way is under way. */
export async function exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work);
  // Over is over, well or badly: the next one's turn comes in any case.
  last = mine.catch(() => undefined);
  return mine;
}
