/** The choice of an engine in a panel, and what happens where it cannot be had. Engines are stand-ins of the tests. */
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { preferences } from '../../src/progress/storage.ts';
import { type Engine, EngineUnavailable } from '../../src/sandbox/engine.ts';
import { type EngineId, engineIds } from '../../src/sandbox/engine-ids.ts';
import { program, showPanel } from './panel-page.ts';
import { type StandIn, standIn } from './stand-in-engine.ts';

const radio = (name: string) => page.getByRole('radio', { name });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const run = button('Run');
const state = page.getByRole('status');
const notice = () => document.querySelector('.notice p')?.textContent;
const source = () => document.querySelector('.run-source')?.textContent;

/** Two engines; the second may be out of reach, and booting it is counted. */
function twoEngines({ isReachable = true, wayOn = () => {} } = {}) {
  const first = standIn(({ print, exit }) => {
    print('first\n');
    exit(0);
  });
  const second = standIn(({ program: { files }, print, exit, crash }) => {
    print('second\n');
    if (files['main.ts']?.includes('break')) crash('it fell over.');
    else exit(0);
  });
  const remote = { isReachable, boots: 0 };
  const engine: Engine = {
    ...second.engine,
    id: 'webcontainer',
    boot(options) {
      remote.boots++;
      if (remote.isReachable) return second.engine.boot(options);
      const way = { label: 'Mend it', prepare: wayOn };
      return Promise.reject(new EngineUnavailable('It is away.', 'Wait.', way));
    },
  };
  const access: StandIn['access'] = async () => {
    const own = await first.access();
    const entry = {
      label: 'Elsewhere',
      place: 'elsewhere',
      contacts: 'Somebody is asked.',
      load: async () => engine,
    };
    return { ...own, engines: { ...own.engines, webcontainer: entry } };
  };
  return { remote, standIn: { ...first, access } };
}

function show(given: StandIn, asks: EngineId = 'browser', text?: string): void {
  const files = text === undefined ? program.files : { 'main.ts': text };
  const panel = showPanel(given, { ...program, engine: asks, files });
  const radios = engineIds.map(
    (id) =>
      `<label><input type="radio" name="engine" value="${id}" ${id === asks ? 'checked' : ''}>${id}</label>`,
  );
  const group = `<div class="engines" role="radiogroup" aria-label="Engine">${radios.join('')}</div>`;
  panel.querySelector('.notice')?.insertAdjacentHTML('beforebegin', group);
  // As if the page had come with it.
  const parent = panel.parentElement;
  panel.remove();
  parent?.append(panel);
}

beforeEach(() => {
  document.body.replaceChildren();
  preferences.choose('engine', 'auto');
});

describe('the choice of an engine', () => {
  test('is heeded, remembered, and forgotten when it is the default again', async () => {
    const engines = twoEngines();
    show(engines.standIn);
    await radio('webcontainer').click();
    expect(preferences.value.engine).toBe('webcontainer');
    await run.click();
    await expect.poll(source).toBe('Your run, elsewhere');
    show(engines.standIn);
    await expect.element(radio('webcontainer')).toBeChecked();
    await radio('browser').click();
    expect(preferences.value.engine).toBe('auto');
  });

  test('contacts nobody before Run, however near the reader comes', async () => {
    const { remote, standIn: engines } = twoEngines();
    show(engines);
    await radio('webcontainer').click();
    await run.hover();
    await expect.element(state).toMatchTextContent('Ready.');
    expect(remote.boots).toBe(0);
    await run.click();
    await expect.poll(() => remote.boots).toBe(1);
  });

  test('is not remembered where the experiment asks for an engine of its own', async () => {
    preferences.choose('engine', 'browser');
    show(twoEngines().standIn, 'webcontainer');
    await expect.element(radio('webcontainer')).toBeChecked();
    preferences.choose('engine', 'auto');
    await radio('browser').click();
    expect(preferences.value.engine).toBe('auto');
  });
});

describe('an engine that cannot be had', () => {
  test('leaves the program to the other one, which stays until the reader says otherwise', async () => {
    let mended = 0;
    const engines = twoEngines({ isReachable: false, wayOn: () => mended++ });
    show(engines.standIn);
    await radio('webcontainer').click();
    await run.click();
    await expect.poll(source).toBe('Your run, in this page');
    await expect.poll(notice).toBe('Your program runs in this page instead. It is away. Wait.');
    await expect.element(radio('browser')).toBeChecked();
    expect(preferences.value.engine).toBe('webcontainer');
    await run.click();
    await expect.poll(() => engines.standIn.spawned.length).toBe(2);
    expect(engines.remote.boots).toBe(1);
    expect(notice()).toBeUndefined();

    await radio('webcontainer').click();
    await run.click();
    await expect.poll(notice).toContain('It is away.');
    engines.remote.isReachable = true;
    await button('Mend it').click();
    expect(mended).toBe(1);
    await expect.poll(source).toBe('Your run, elsewhere');
  });

  test('leaves the recording where no other engine runs the program', async () => {
    const engines = twoEngines({ isReachable: false });
    show(engines.standIn, 'webcontainer');
    await run.click();
    await expect.element(state).toMatchTextContent('It is away. Wait.');
    await expect.poll(notice).toBe('Until then, the recording shows what the program does.');
    expect(source()).toMatch(/^Recording/);
    engines.remote.isReachable = true;
    await button('Mend it').click();
    await expect.poll(source).toBe('Your run, elsewhere');
  });

  test('that broke under the program leaves it to the reader to run it on the other', async () => {
    const engines = twoEngines();
    show(engines.standIn, 'browser', 'break');
    await radio('webcontainer').click();
    await run.click();
    await expect.element(state).toMatchTextContent('it fell over.');
    await button('Run it in this page').click();
    await expect.poll(source).toBe('Your run, in this page');
    expect(notice()).toBeUndefined();
  });
});
