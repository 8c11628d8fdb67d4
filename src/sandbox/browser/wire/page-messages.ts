/**
 * What the page and the sandbox's document say to each other, over one MessagePort.
 * Both sides import this file, and read what arrives only through its two `read…` functions.
 */
import type { Files, Outcome, OutputEvent } from '../../engine.ts';
import type { Strip } from '../../typescript/strip.ts';
import { isList } from './is-list.ts';
import { isRecord } from './is-record.ts';

/** A program as the host takes it: every `.ts` file comes with its fate under the stripper. */
export interface PreparedProgram {
  readonly files: Files;
  readonly entry: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly strips: Readonly<Record<string, Strip>>;
}

/** The first message, to the frame's window; the port that comes with it carries all others. */
export interface OpenHost {
  /** Whether to use shared memory where there is any. */
  readonly sharedMemory: boolean;
  readonly shelf: ShelfIndex;
}

/** The modules that the page can hand in: by name, which others of them each needs. */
export type ShelfIndex = Readonly<Record<string, readonly string[]>>;

/** `run` is the number that the page gave to a program that it started. */
export type ToHost =
  /** Answered at once with `here`. */
  | { readonly type: 'are-you-there' }
  | { readonly type: 'spawn'; readonly run: number; readonly program: PreparedProgram }
  | { readonly type: 'input'; readonly run: number; readonly text: string }
  /** The page has taken one batch of output; the host may send another. */
  | { readonly type: 'taken'; readonly run: number }
  | { readonly type: 'kill'; readonly run: number; readonly signal: 'SIGTERM' | 'SIGKILL' }
  /** The answer to `strip`; without one where the stripper cannot be had. */
  | { readonly type: 'stripped'; readonly id: number; readonly strip?: Strip }
  /** Modules of the shelf by name, asked for or not, and those that were asked for and cannot be had. */
  | {
      readonly type: 'shelf';
      readonly texts: Readonly<Record<string, string>>;
      readonly failed: readonly string[];
    };

export type FromHost =
  | { readonly type: 'here' }
  | { readonly type: 'ready'; readonly sharedMemory: boolean }
  | { readonly type: 'broken'; readonly message: string }
  | {
      readonly type: 'output';
      readonly run: number;
      readonly events: readonly OutputEvent[];
    }
  /** A program runs a `.ts` file that it has written itself; `stripped` is the answer. */
  | {
      readonly type: 'strip';
      readonly id: number;
      readonly path: string;
      readonly text: string;
    }
  /** A program needs modules of the shelf; `shelf` is the answer. */
  | { readonly type: 'want'; readonly names: readonly string[] }
  /** After all of the output. */
  | { readonly type: 'exit'; readonly run: number; readonly outcome: Outcome };

/** Whoever holds the frame sends this message first; anything else is not for us. */
export function readOpenHost(data: unknown): OpenHost | undefined {
  if (!isRecord(data) || !isRecord(data['shelf'])) return undefined;
  return { sharedMemory: data['sharedMemory'] === true, shelf: data['shelf'] as ShelfIndex };
}

/** The page's messages are our own, from a window that we trust; what is checked is that they are messages. */
export function readToHost(data: unknown): ToHost | undefined {
  if (!isRecord(data)) return undefined;
  if (data['type'] === 'are-you-there') return { type: 'are-you-there' };
  if (data['type'] === 'shelf') return readShelf(data);
  if (data['type'] === 'stripped') return readStripped(data);
  if (typeof data['run'] !== 'number') return undefined;
  switch (data['type']) {
    case 'spawn':
    case 'input':
    case 'taken':
    case 'kill':
      return data as unknown as ToHost;
    default:
      return undefined;
  }
}

function readShelf({ texts, failed }: Record<string, unknown>): ToHost | undefined {
  if (!isRecord(texts) || !isList(failed)) return undefined;
  const entries = Object.entries(texts).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { type: 'shelf', texts: Object.fromEntries(entries), failed: failed.filter(isText) };
}

function readStripped({ id, strip }: Record<string, unknown>): ToHost | undefined {
  if (typeof id !== 'number') return undefined;
  return isRecord(strip)
    ? { type: 'stripped', id, strip: strip as unknown as Strip }
    : { type: 'stripped', id };
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** The host runs no reader's code, but hands on what threads say: the page takes from it only what it has checked. */
export function readFromHost(data: unknown): FromHost | undefined {
  if (!isRecord(data)) return undefined;
  switch (data['type']) {
    case 'here':
      return { type: 'here' };
    case 'ready':
      return { type: 'ready', sharedMemory: data['sharedMemory'] === true };
    case 'broken':
      return { type: 'broken', message: textOf(data['message']) };
    case 'strip': {
      const { id, path, text } = data;
      return typeof id === 'number' && isText(path) && isText(text)
        ? { type: 'strip', id, path, text }
        : undefined;
    }
    case 'want':
      return isList(data['names'])
        ? { type: 'want', names: data['names'].filter(isText) }
        : undefined;
    case 'output':
      return typeof data['run'] === 'number' && isList(data['events'])
        ? { type: 'output', run: data['run'], events: data['events'].flatMap(readOutput) }
        : undefined;
    case 'exit':
      return typeof data['run'] === 'number'
        ? { type: 'exit', run: data['run'], outcome: readOutcome(data['outcome']) }
        : undefined;
    default:
      return undefined;
  }
}

function readOutput(data: unknown): OutputEvent[] {
  if (!isRecord(data)) return [];
  const { stream, text, at } = data;
  if ((stream !== 'stdout' && stream !== 'stderr') || typeof text !== 'string') return [];
  return Number.isFinite(at) ? [{ type: 'output', stream, text, at: Number(at) }] : [];
}

/** That a run has ended must not get lost, whatever is said about how. Only the page itself stops a run. */
function readOutcome(data: unknown): Outcome {
  const { type, code, message } = isRecord(data) ? data : {};
  if (type === 'exited' && Number.isInteger(code)) return { type, code: Number(code) };
  return { type: 'crashed', message: textOf(message) };
}

const textOf = (value: unknown): string =>
  isText(value) ? value : 'The engine gave no reason that can be read.';
