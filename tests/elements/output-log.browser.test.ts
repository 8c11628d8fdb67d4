import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { OutputLog } from '../../src/elements/output-log.ts';
import { required } from '../../src/elements/required.ts';

const log = () => page.getByRole('log', { name: 'Output' }).element();
const text = () => log().textContent;
let output: OutputLog;

beforeEach(() => {
  document.body.innerHTML = `<style>[role=log] { height: 100px; overflow: auto; white-space: pre-wrap }</style>
    <output-log><div role="log" aria-label="Output"><div class="first"><div class="line" data-at="1">recorded\n</div></div><p class="dropped" hidden></p><div class="last"></div></div></output-log>`;
  output = required(document.body, 'output-log', OutputLog);
});

function print(printed: string, stream: 'stdout' | 'stderr' = 'stdout', at = 0): void {
  output.print([{ stream, text: printed, at }]);
}

test('markup in the output is text, and runs nothing', async () => {
  output.clear();
  print('<img src=x onerror="globalThis.ran = true"><b>bold</b>\n');
  await vi.waitFor(() =>
    expect(text()).toBe('<img src=x onerror="globalThis.ran = true"><b>bold</b>\n'),
  );
  expect(log().querySelector('img, b')).toBeNull();
});

test('errors are told apart by more than a colour', async () => {
  output.clear();
  print('fine\n');
  print('bad\nworse\n', 'stderr');
  await vi.waitFor(() => expect(log().querySelectorAll('[data-stream=stderr]')).toHaveLength(2));
});

test('a line that grows is one line', async () => {
  output.clear();
  print('a');
  await vi.waitFor(() => expect(text()).toBe('a'));
  print('b\n');
  await vi.waitFor(() => expect(text()).toBe('ab\n'));
  expect(log().querySelectorAll('.line')).toHaveLength(1);
});

test('the recording comes back', async () => {
  output.clear();
  print('mine\n');
  await vi.waitFor(() => expect(text()).toBe('mine\n'));
  output.restore();
  expect(text()).toBe('recorded\n');
});

test('the lines of a moment are marked', async () => {
  output.clear();
  print('early\n', 'stdout', 10);
  print('late\n', 'stdout', 500);
  await vi.waitFor(() => expect(log().querySelectorAll('.line')).toHaveLength(2));
  output.highlight({ fromMs: 490, toMs: 510 });
  expect(Array.from(log().querySelectorAll('.now'), (line) => line.textContent)).toEqual([
    'late\n',
  ]);
  output.highlight();
  expect(log().querySelector('.now')).toBeNull();
});

describe('a flood', () => {
  const lines = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => `line ${from + i}\n`).join('');

  test('keeps the first and the last lines, says how many are dropped, and is not read out', async () => {
    output.clear();
    for (let i = 0; i < 100; i++) print(lines(i * 1000, 1000));
    await vi.waitFor(() =>
      expect(log().querySelector('.dropped')?.textContent).toBe('99,000 lines dropped here'),
    );
    await vi.waitFor(() =>
      expect(log().lastElementChild?.lastElementChild?.textContent).toBe('line 99999\n'),
    );
    expect(log().querySelector('.line')?.textContent).toBe('line 0\n');
    expect(log().querySelectorAll('.line')).toHaveLength(1000);
    expect(log().getAttribute('aria-live')).toBe('off');
    output.clear();
    expect(log().hasAttribute('aria-live')).toBe(false);
  });

  test('lets the page draw frames while it lasts', async () => {
    output.clear();
    let frames = 0;
    for (let printed = 0; frames < 20; printed += 2000) {
      print(lines(printed, 2000));
      await new Promise(requestAnimationFrame);
      frames++;
    }
    await vi.waitFor(() => expect(text()).toContain('line 39999\n'));
    expect(log().querySelectorAll('.line').length).toBeLessThanOrEqual(1000);
  });

  test('stays at its end, until the reader scrolls away', async () => {
    output.clear();
    print(lines(0, 100));
    await vi.waitFor(() => expect(log().scrollTop).toBeGreaterThan(0));
    log().scrollTop = 10;
    await new Promise((resolve) => log().addEventListener('scroll', resolve, { once: true }));
    print(lines(100, 50));
    await vi.waitFor(() => expect(text()).toContain('line 149'));
    expect(log().scrollTop).toBe(10);
  });
});
