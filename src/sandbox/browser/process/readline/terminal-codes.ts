/** What node:readline writes to move a terminal's cursor. */
import type { Output } from './line-reader.ts';

type Done = () => void;

function send(output: Output | null | undefined, codes: string, done?: Done): boolean {
  if (!output || codes === '') {
    if (done) queueMicrotask(done);
    return true;
  }
  return (output as { write(text: string, done?: Done): boolean }).write(codes, done);
}

export function clearLine(output: Output, direction: -1 | 0 | 1, done?: Done): boolean {
  const code = direction < 0 ? '\x1b[1K' : direction > 0 ? '\x1b[0K' : '\x1b[2K';
  return send(output, code, done);
}

export function clearScreenDown(output: Output, done?: Done): boolean {
  return send(output, '\x1b[0J', done);
}

export function cursorTo(output: Output, x: number, y?: number | Done, done?: Done): boolean {
  const code = typeof y === 'number' ? `\x1b[${y + 1};${x + 1}H` : `\x1b[${x + 1}G`;
  return send(output, code, typeof y === 'function' ? y : done);
}

export function moveCursor(output: Output, dx: number, dy: number, done?: Done): boolean {
  const across = dx < 0 ? `\x1b[${-dx}D` : dx > 0 ? `\x1b[${dx}C` : '';
  const down = dy < 0 ? `\x1b[${-dy}A` : dy > 0 ? `\x1b[${dy}B` : '';
  return send(output, across + down, done);
}
