/** The page's side of the shelf: which of its modules a program will need, and their texts. */
import { shelf } from 'virtual:sandbox/document';
import type { Files } from '../engine.ts';
import type { ShelfIndex } from './wire/page-messages.ts';

/** What the host has to know of the shelf from the beginning. */
export const shelfIndex: ShelfIndex = Object.fromEntries(
  Object.entries(shelf).map(([name, { needs }]) => [name, needs]),
);

/** Below the limit of booting: a request that stalls fails its own run in words, and the next one asks again. */
const REQUEST_LIMIT_MS = 15_000;

/** Shared by all sandboxes of the page. */
const texts = new Map<string, Promise<string>>();

/** Rejects where the site cannot be reached, or not in time; the next call tries again. */
export function shelfText(name: string): Promise<string> {
  let text = texts.get(name);
  if (!text) {
    text = fetchText(name);
    text.catch(() => texts.delete(name));
    texts.set(name, text);
  }
  return text;
}

async function fetchText(name: string): Promise<string> {
  const entry = Object.hasOwn(shelf, name) ? shelf[name] : undefined;
  if (!entry) throw new Error(`There is no ${name} on the shelf.`);
  const response = await fetch(entry.url, { signal: AbortSignal.timeout(REQUEST_LIMIT_MS) });
  if (!response.ok) throw new Error(`${entry.url}: ${response.status}`);
  return response.text();
}

const signs = Object.entries(shelf).map(([name, { words }]) => {
  const inQuotes = `(['"\`])(?:node:)?${name}\\1`;
  const asWords = words.map((word) => `|\\b${word}\\b`).join('');
  return { name, sign: new RegExp(inQuotes + asWords) };
});

/**
 * Names of modules on the shelf that a program may need: it says them somewhere. One too many costs a small request;
 * one too few costs time while the program runs, since the host asks for it then.
 */
export function foreseen(files: Files): string[] {
  const all = Object.values(files);
  const found = new Set<string>();
  const add = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const need of shelf[name]?.needs ?? []) add(need);
  };
  for (const { name, sign } of signs) if (all.some((text) => sign.test(text))) add(name);
  return [...found];
}
