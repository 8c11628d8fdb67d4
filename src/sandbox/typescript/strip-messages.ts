/** What the page and the stripper's worker say to each other. */
import type { Strip } from './strip.ts';

export interface StripRequest {
  readonly id: number;
  readonly path: string;
  readonly source: string;
}
export type StripReply =
  | { readonly id: number; readonly strip: Strip }
  /** The worker itself is at fault, not the file. */
  | { readonly id: number; readonly failure: string };
