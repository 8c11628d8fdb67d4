/** Whether something from the other side of a channel is an object whose members can be looked at. */
export function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
