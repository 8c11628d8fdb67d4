/**
 * A panel in the test's own page: the same parts, classes and words as `components/RunPanel.astro` renders,
 * without what is only for the eye. The real HTML is tested as built, in tests/built and tests/pages.
 */

import type { PanelProgram } from '../../src/elements/panel/panel-program.ts';
import type { Prediction } from '../../src/elements/panel/prediction.ts';
import { RunPanel } from '../../src/elements/run-panel.ts';
import type { Files } from '../../src/sandbox/engine.ts';
import type { StandIn } from './stand-in-engine.ts';

export const originalFiles: Files = {
  'main.ts': "import { waitMs } from './wait.ts';\nconsole.log(waitMs);",
  'wait.ts': 'export const waitMs: number = 5;',
};

export const program: PanelProgram = {
  name: 'two-files',
  files: originalFiles,
  entry: 'main.ts',
  stripped: { 'wait.ts': 'export const waitMs         = 5;' },
  timeLimitMs: 20_000,
  engine: 'browser',
  original: 'v1',
};

export const howMany: Prediction = {
  kind: 'number',
  ask: 'How many are answered?',
  unit: 'requests',
  min: 0,
  max: 60,
  measured: 'answered',
  because: 'The loop was blocked.',
};

export const whichFirst: Prediction = {
  kind: 'choice',
  ask: 'Which is first?',
  options: [
    { text: 'The timer', value: 'timer' },
    { text: 'The promise', value: 'promise' },
  ],
  measured: 'first',
  because: 'Microtasks come first.',
};

/** The panel's HTML, as the server sends it. */
export function panelHtml(shown: PanelProgram = program): string {
  const names = Object.keys(shown.files);
  const json = JSON.stringify(shown).replaceAll('<', '\\u003c');
  return `<run-panel ${shown.prediction ? 'data-veiled' : ''}>
    <script type="application/json">${json}</script>
    ${shown.prediction ? formHtml(shown.prediction) : ''}
    <file-tabs id="panel-files">
      <div role="tablist" aria-label="Files">${names.map((name, i) => `<button type="button" role="tab" id="tab-${i}" aria-controls="file-${i}">${name}</button>`).join('')}</div>
      <div class="files">${names.map((name, i) => `<section role="tabpanel" id="file-${i}" aria-labelledby="tab-${i}"><code-editor file="${name}"><pre><code>${codeHtml(shown.files[name] ?? '')}</code></pre></code-editor></section>`).join('')}</div>
    </file-tabs>
    <div class="bar">
      <button class="run" type="button" disabled>Run</button>
      <button class="stop" type="button" aria-disabled="true" disabled>Stop</button>
      <button class="reset" type="button" disabled>Reset</button>
      <p><span class="state" role="status">Ready.</span> <span class="clock" aria-hidden="true"></span></p>
      <p class="engine-limits" hidden></p>
      <div class="notice" hidden></div>
    </div>
    <p class="run-source">Recording: Node.js 24.21, 22 November 2026</p>
    <output-log>
      <div role="log" aria-label="Output">
        <div class="first"><div class="line" data-at="101">recorded line\n</div></div><p class="dropped" hidden></p><div class="last"></div>
      </div>
    </output-log>
    <p class="veil"><button type="button">Show it</button></p>
    ${shown.prediction ? `<div class="comparison"><dl><dt>Predicted</dt><dd class="predicted">—</dd><dt>Measured</dt><dd class="measured">—</dd></dl><p><span class="difference"></span> <span class="because">${shown.prediction.because}</span> <span class="about-changes">You changed the program.</span></p></div>` : ''}
    <div class="instruments"><p class="idle">Nothing beats.</p><table hidden><thead><tr><th>Event loop of</th></tr></thead><tbody></tbody></table></div>
    <div class="many">
      <p class="ask"><button class="repeat" type="button" aria-disabled="true" disabled>Run 20 times</button>
        <span class="why">Run it once first.</span>
        <span class="how-far" hidden><progress aria-label="Runs so far"></progress> <span></span></span></p>
      <figure hidden><div class="table"></div><figcaption><p class="sentence"></p><p class="source"></p></figcaption></figure>
    </div>
    <run-elsewhere><script type="application/json">{"name":"two-files","title":"Two files"}</script>
      <a class="to-scratchpad" href="#the-original">Open in the scratchpad</a>
      <button class="download" type="button" disabled>Download</button>
      <button class="stackblitz" type="button" disabled>Open in StackBlitz</button>
      <p aria-live="polite"></p></run-elsewhere>
  </run-panel>`;
}

function codeHtml(text: string): string {
  return text
    .split('\n')
    .map((line) => `<span class="line">${line}</span>`)
    .join('\n');
}

function formHtml(prediction: Prediction): string {
  const inputs =
    prediction.kind === 'number'
      ? `<input name="prediction" type="number" step="any" min="${prediction.min}" max="${prediction.max}" required aria-label="${prediction.ask}">`
      : prediction.options
          .map(
            ({ text, value }) =>
              `<label><input name="prediction" type="radio" value='${JSON.stringify(value)}' required><span>${text}</span></label>`,
          )
          .join('');
  return `<prediction-form><form><fieldset>${inputs}</fieldset>
    <button class="predict" type="submit">Predict</button><button class="without" type="button">Skip the prediction</button>
    <p class="made"></p><button class="again" type="button">Predict again</button></form></prediction-form>`;
}

const style = `
  [role=tabpanel]:not(.selected) { display: none }
  code-editor textarea { display: block; width: 20rem; height: 6rem }
  [role=log] { height: 120px; overflow: auto; white-space: pre-wrap }
  .comparison:not(.explained) .because, .comparison:not(.changed) .about-changes { display: none }
  prediction-form[data-guess=open] :is(.made, .again), prediction-form:not([data-guess=open]) :is(.predict, .without) { display: none }
`;

/** Puts a panel into the page, in place of what was there, and gives it an engine. */
export function showPanel(engine: StandIn, shown: PanelProgram = program): RunPanel {
  // What was there leaves first, as in a reload: otherwise the new panel would be connected before it is gone.
  document.body.replaceChildren();
  document.body.innerHTML = `<style>${style}</style>${panelHtml(shown)}`;
  const panel = document.querySelector('run-panel');
  if (!(panel instanceof RunPanel)) throw new Error('run-panel is not defined');
  panel.sandbox = engine.access;
  return panel;
}
