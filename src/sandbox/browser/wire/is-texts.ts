import { isList } from './is-list.ts';

/** Whether something from the other side of a channel is a list of texts. */
export function isTexts(values: unknown): values is string[] {
  // `every` passes over what a list has no member for.
  return isList(values) && Array.from(values).every((value) => typeof value === 'string');
}
