import { playwright } from '@vitest/browser-playwright';
import { webdriverio } from '@vitest/browser-webdriverio';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { sandboxDocument } from './src/sandbox/browser/document-plugin.ts';
import { webcontainerScripts } from './src/sandbox/webcontainer/client-plugin.ts';
import { chromium, firefox, miniBrowser, wantedEngines } from './tests/support/browsers.ts';
import { firefoxProvider } from './tests/support/firefox-provider.ts';
import { requestLog } from './tests/support/request-log.ts';
import { freePort } from './tests/support/webkit-driver.ts';
import { sendHeaders } from './tools/send-headers.ts';

// A test's place and name say where it runs:
//   tests/pages/*       Node, driving the browsers of ENGINES against the served site, as a reader would
//   tests/built/*       Node, reading the built site
//   *.browser.test.ts   inside every browser of ENGINES, served by Vite with the built site beside it
//   *.test.ts           Node
// ENGINES=chromium,firefox,webkit; the last two need what .ci/run installs. Playwright cannot drive a stock WebKit.
type Browser = NonNullable<NonNullable<TestProjectInlineConfiguration['test']>['browser']>;
type BrowserInstance = NonNullable<Browser['instances']>[number];

// On a busy machine a driver loses an event now and then. A test that fails twice in a row has failed, and the report
// names those that were tried again; a third try for browsers that are driven by protocols of their own.
const retryOf = (browserName: string) => (browserName === 'chromium' ? 1 : 2);

// Groups run one after the other: what drives a browser has the machine to itself.
let groupOrder = 0;

const inBrowser = (
  name: string,
  instance: BrowserInstance,
  { setUp, ...options }: TestProjectInlineConfiguration['test'] & { setUp?: string[] } = {},
) =>
  ({
    publicDir: 'dist',
    plugins: [sendHeaders(), sandboxDocument(), webcontainerScripts(), requestLog()],
    optimizeDeps: { include: ['axe-core'] }, // Firefox stumbles when Vite finds it while tests run
    test: {
      ...options,
      name,
      include: ['tests/**/*.browser.test.ts'],
      globalSetup: ['tests/engine/webcontainer/remote-setup.ts', ...(setUp ?? [])],
      sequence: { groupOrder: ++groupOrder },
      retry: retryOf(name),
      // A busy machine may take its time; what fails takes longer, what passes does not.
      expect: { poll: { timeout: 10_000 } },
      testTimeout: 30_000,
      // Pages side by side take the focus from each other, and Firefox then loses keys.
      fileParallelism: false,
      browser: {
        enabled: true,
        ui: false,
        screenshotFailures: false,
        // Traces want to describe what a test waits for before it is there; @vitest/browser-webdriverio 5.0.0 throws.
        traceView: 'off',
        instances: [instance],
      },
    },
  }) satisfies TestProjectInlineConfiguration;

const servedPages = (browserName: 'chromium' | 'firefox') =>
  ({
    test: {
      name: `pages-${browserName}`,
      include: ['tests/pages/**/*.test.ts'],
      // In a stock Firefox Playwright 1.64 neither takes scripts away as `scripting: none` does nor emulates print.
      exclude:
        browserName === 'chromium'
          ? []
          : [
              'tests/pages/no-javascript.test.ts',
              'tests/pages/print.test.ts',
              // Nor is Playwright told there of a download that a script begins.
              'tests/pages/downloads.test.ts',
              'tests/pages/elsewhere.test.ts',
              // Drives a Chromium of its own.
              'tests/pages/memory-bomb.test.ts',
              // Firefox reads the kept pages, but asks the network for the sandbox's document all the same.
              'tests/pages/offline.test.ts',
              // Not understood yet: there the solution of the exercise does not open on this way, though it does alone.
              'tests/pages/quiz-by-keyboard.test.ts',
            ],
      globalSetup: ['tests/support/site-server.ts'],
      provide: { browserName },
      sequence: { groupOrder: ++groupOrder },
      retry: retryOf(browserName),
      // One browser for all files; each test has a context of its own in it.
      isolate: false,
      fileParallelism: false,
      testTimeout: 60_000,
    },
  }) satisfies TestProjectInlineConfiguration;

const projects: TestProjectInlineConfiguration[] = [
  {
    test: {
      name: 'node',
      include: ['tests/**/*.test.ts'],
      exclude: ['tests/**/*.browser.test.ts', 'tests/pages/**', 'tests/built/**'],
    },
  },
  {
    test: {
      name: 'built',
      include: ['tests/built/**/*.test.ts'],
      exclude: ['tests/**/*.browser.test.ts'],
      globalSetup: ['tests/support/site-server.ts'],
      // Some go through the whole course in one test.
      testTimeout: 120_000,
    },
  },
];

const wanted = wantedEngines();
if (wanted.includes('chromium')) {
  const args = ['--no-sandbox', '--disable-background-networking'];
  projects.push(
    inBrowser('chromium', {
      browser: 'chromium',
      headless: true,
      provider: playwright({ launchOptions: { ...chromium(), args } }),
    }),
    servedPages('chromium'),
  );
}
if (wanted.includes('firefox')) {
  projects.push(
    inBrowser('firefox', {
      browser: 'firefox',
      headless: true,
      provider: firefoxProvider(firefox()),
    }),
    servedPages('firefox'),
  );
}
if (wanted.includes('webkit')) {
  const port = await freePort();
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
    },
  };
  projects.push(
    inBrowser(
      'webkit',
      {
        browser: 'safari',
        headless: false,
        provider: webdriverio({
          hostname: '127.0.0.1',
          port,
          path: '/',
          // Vitest asks for browserName "safari"; WebKitWebDriver wants MiniBrowser.
          transformRequest(request) {
            if (String(request.body).includes('"safari"'))
              request.body = JSON.stringify({ capabilities });
            return request;
          },
        }),
      },
      {
        // StackBlitz's runtime is a beta in Safari: the adapter is held to Chromium and Firefox.
        exclude: ['tests/engine/webcontainer/**'],
        setUp: ['tests/support/webkit-driver.ts'],
        provide: { webkitDriverPort: port },
      },
    ),
  );
}

// REPORT names a file for the results, for .ci/run.
const report = process.env['REPORT'];
export default defineConfig({
  test: {
    projects,
    ...(report && { reporters: ['default', 'json'], outputFile: { json: report } }),
  },
});
