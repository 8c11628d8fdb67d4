import { createHash } from 'node:crypto';

/** An address that changes with the content, so that no cache pairs a new page with an old sandbox. */
export function addressed(url: string, content: string): string {
  return `${url}?${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;
}
