import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FileTabs } from '../../src/elements/file-tabs.ts';
import { required } from '../../src/elements/required.ts';

let tabs: FileTabs;

beforeEach(() => {
  document.body.innerHTML = `<style>[role=tablist] { display: flex; width: 200px; overflow-x: auto }</style>
    <file-tabs>
      <div role="tablist" aria-label="Files"><button type="button" role="tab" id="tab-0" aria-controls="file-0">main.ts</button></div>
      <div class="files"><section role="tabpanel" id="file-0" aria-labelledby="tab-0"><code-editor file="main.ts"><pre><code></code></pre></code-editor></section></div>
    </file-tabs>`;
  tabs = required(document.body, 'file-tabs', FileTabs);
});

/** Whether the tab of a file is wholly in the part of the strip that is seen. */
function isSeen(file: string): boolean {
  const strip = page.getByRole('tablist').element().getBoundingClientRect();
  const tab = page.getByRole('tab', { name: file }).element().getBoundingClientRect();
  return tab.left >= strip.left - 1 && tab.right <= strip.right + 1;
}

test('the tab of the chosen file is seen, also where there are more tabs than room', () => {
  const names = Array.from({ length: 8 }, (_, index) => `part-${index}.ts`);
  tabs.files = { 'main.ts': '', ...Object.fromEntries(names.map((name) => [name, ''])) };
  expect(isSeen('main.ts')).toBe(true);
  tabs.selected = 'part-7.ts';
  expect(isSeen('part-7.ts')).toBe(true);
  tabs.selected = 'part-2.ts';
  expect(isSeen('part-2.ts')).toBe(true);
  tabs.files = { 'main.ts': '', 'part-7.ts': '' };
  expect(isSeen('main.ts')).toBe(true);
});
