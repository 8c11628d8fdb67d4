/**
 * Whether something from the other side of a channel is a list that can be walked through. One without members may have
 * a length of thousands of millions, and be sent in no time: whoever walks through it would do nothing else any more.
 */
export function isList(data: unknown): data is unknown[] {
  return Array.isArray(data) && data.length <= MOST_MEMBERS;
}

const MOST_MEMBERS = 1 << 20;
