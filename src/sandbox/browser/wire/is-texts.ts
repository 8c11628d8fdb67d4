/** Whether something from the other side of a channel is a list of texts. */
export function isTexts(values: unknown): values is string[] {
  return Array.isArray(values) && values.every((value) => typeof value === 'string');
}
