/** Writes a run into a file of the reader's. */
import { chromeTrace } from '../../trace/chrome-trace.ts';
import { standaloneSvg } from '../../trace/standalone-svg.ts';
import { type SavedRun, traceFile } from '../../trace/trace-file.ts';

export type FileKind = 'svg' | 'json' | 'chrome';

const FILES = {
  svg: {
    name: 'timeline.svg',
    type: 'image/svg+xml',
    text: ({ timeline, source }: SavedRun) => standaloneSvg(timeline, source),
  },
  json: { name: 'trace.json', type: 'application/json', text: traceFile },
  chrome: {
    name: 'trace.chrome.json',
    type: 'application/json',
    text: ({ timeline, source }: SavedRun) => chromeTrace(timeline, source),
  },
};

export function saveRun(kind: FileKind, run: SavedRun): void {
  const { name, type, text } = FILES[kind];
  const address = URL.createObjectURL(new Blob([text(run)], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The download has its own hold on the data by the next turn.
  setTimeout(() => URL.revokeObjectURL(address));
}
