// The built lesson, run in browsers that Playwright cannot drive: WebKit has no shared memory in a frame of opaque
// origin, so there the engine takes another way.
import { expect, test } from 'vitest';

/** Loads a built page into a frame, at the width of a desk. */
async function open(path: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.title = 'The built page';
  frame.style.cssText = 'width: 1200px; height: 800px';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = path;
  document.body.append(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error(`${path} cannot be looked into`);
  return frame.contentDocument;
}

function find(within: ParentNode, selector: string, text: string): HTMLElement {
  const found = [...within.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.textContent.trim() === text,
  );
  if (!found) throw new Error(`There is no ${selector} with the text "${text}"`);
  return found;
}

test('an experiment runs to its end, with its worker, and draws its timeline', async () => {
  const page = await open('/the-question/the-slow-view/index.html');
  const experiment = find(page, 'h3', 'One slow view, one loop').closest('section');
  if (!experiment) throw new Error('The experiment has no section');
  const text = (selector: string) => experiment.querySelector(selector)?.textContent ?? '';

  find(experiment, 'button', 'Run').click();
  await expect.poll(() => text('.state'), { timeout: 20_000 }).toMatch(/^Finished/);
  // What is shown follows at the browser's own pace.
  await expect.poll(() => text('[role=log]')).toMatch(/in a worker: /);
  expect(text('[role=log]')).toMatch(/in one go: 0 of \d+ answered meanwhile/);
  await expect.poll(() => text('figure[aria-label=Timeline]')).toMatch(/main thread was blocked/);
}, 40_000);
