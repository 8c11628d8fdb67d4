import { readFileSync } from 'node:fs';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import { builtFile, builtPages } from '../support/built-site.ts';
import { htmlRules } from '../support/html-rules.ts';

const validator = new HtmlValidate(new StaticConfigLoader(htmlRules));

/** A line a fault: `dist/index.html:3:14 rule: message`. */
async function faults(html: string, file: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map((m) => `${file}:${m.line}:${m.column} ${m.ruleId}: ${m.message}`),
  );
}

test('a fault is found', async () => {
  const html =
    '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p id="">x</p></body></html>';
  expect(await faults(html, 'x.html')).toContainEqual(
    expect.stringContaining('attribute-allowed-values'),
  );
});

test.for(builtPages())('%s is valid HTML', async (page) => {
  const file = builtFile(page);
  expect(await faults(readFileSync(file, 'utf8'), file)).toEqual([]);
});

// In a template the end of a line before a link is no space.
test.for(builtPages())('%s has its links apart from the words before them', (page) => {
  const html = readFileSync(builtFile(page), 'utf8');
  const text = html.replace(/<(script|style|pre)\b.*?<\/\1>/gs, '');
  expect(text.match(/[^<>]{0,30}[\p{L}\d.,;:!?]<a [^>]*>[^<]*/gu) ?? []).toEqual([]);
});
