/** What threads of a process say to each other past their ports, by way of the host. */
import { isList } from './is-list.ts';
import { isRecord } from './is-record.ts';

export type ThreadMail =
  /** Of `postMessageToThread`; `id` is the sender's. */
  | {
      readonly type: 'message';
      readonly to: number;
      readonly id: number;
      readonly value: unknown;
      readonly transfer: readonly Transferable[];
    }
  /** Whether anybody took it. */
  | {
      readonly type: 'taken';
      readonly to: number;
      readonly id: number;
      readonly taken: boolean;
    }
  /** For a thread's standard input, from the one that started it; null is its end. */
  | { readonly type: 'input'; readonly to: number; readonly text: string | null };

export type ThreadNews =
  | {
      readonly type: 'message';
      readonly from: number;
      readonly id: number;
      readonly value: unknown;
    }
  | { readonly type: 'taken'; readonly id: number; readonly taken: boolean };

export function readThreadMail(data: unknown): ThreadMail | undefined {
  if (!isRecord(data)) return undefined;
  const { type, to, id, value, transfer, taken, text } = data;
  if (!Number.isSafeInteger(to)) return undefined;
  const place = { to: Number(to) };
  if (type === 'input') {
    return typeof text === 'string' || text === null ? { type, ...place, text } : undefined;
  }
  if (!Number.isSafeInteger(id)) return undefined;
  const numbered = { ...place, id: Number(id) };
  if (type === 'taken') return { type, ...numbered, taken: taken === true };
  if (type !== 'message' || !isList(transfer)) return undefined;
  const handed = transfer.filter(
    (part): part is Transferable => typeof part === 'object' && !!part,
  );
  return { type, ...numbered, value, transfer: handed };
}
