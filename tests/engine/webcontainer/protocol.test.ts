/**
 * StackBlitz documents its client, not how the client speaks to its other half. The adapter relies on a little of that,
 * and the stand-in on all of it. When the client changes, this says what has to be looked at before the hashes are renewed.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const dist = 'node_modules/@webcontainer/api/dist/';
const VERSION = '1.6.4';

interface Part {
  readonly sha256: string;
  readonly reliedOn: string;
}

const parts: Readonly<Record<string, Part>> = {
  'index.js': {
    sha256: '5e10a59960fd385bdf2e4c4ee94b2795e4fe9f5257db5ded67860703e0ebff8e',
    reliedOn:
      'boot() adds one iframe to the body, whose address has the path /headless, and waits for a message of type "init" ' +
      'with a port (src/sandbox/webcontainer/frame.ts); the state is the module’s, so that another copy of the module ' +
      'boots another container (container.ts); build, fs, runtimeInfo, loadFiles, run, teardown are called on the other ' +
      'half as tests/engine/webcontainer/remote-half.ts answers them; kill() names no signal (process.ts)',
  },
  'internal/iframe-url.js': {
    sha256: '008343fdbc9a004b45002ce0d482c4802654e166b872fc6a3e1c9da367488ef3',
    reliedOn:
      'the frame comes from globalThis.WEBCONTAINER_API_IFRAME_URL where that is set, else from https://stackblitz.com ' +
      '(the policy in astro.config.mjs names it); the API key becomes client_id, by which tests choose a scenario',
  },
  'utils/file-system.js': {
    sha256: '688fc96fa729272c70be973edb90e6f9963b3988b301eb07a4e1db863da5e9de',
    reliedOn:
      'files travel as {d: {name: {f: {c: text}}}} (tests/engine/webcontainer/remote-container.ts)',
  },
  'vendor/index.js': {
    sha256: 'a119d0447e07fa2a313e3577f369124cc5c0b2584fd3afd03db212c553bc5071',
    reliedOn: 'both halves speak this copy of Comlink; the stand-in serves it',
  },
};

test(`the client is ${VERSION}, to the letter`, () => {
  const installed = JSON.parse(readFileSync('node_modules/@webcontainer/api/package.json', 'utf8'));
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(
    { listed: dependencies['@webcontainer/api'], installed: installed.version },
    'The client is pinned: its protocol is no documented one. Read what each part below is relied on for, go through ' +
      'checklist.md with a network, then change the version here.',
  ).toEqual({ listed: VERSION, installed: VERSION });
});

test.for(Object.entries(parts))('%s is as it was when the adapter was written', ([path, part]) => {
  const hash = createHash('sha256')
    .update(readFileSync(dist + path))
    .digest('hex');
  expect(hash, `${path} has changed. Relied on: ${part.reliedOn}.`).toBe(part.sha256);
});
