import { isList } from './is-list.ts';

/** Whether something from the other side of a channel is a list of texts. */
export function isTexts(values: unknown): values is string[] {
  return isList(values) && values.every((value) => typeof value === 'string');
}
