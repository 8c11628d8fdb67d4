import { playwright } from '@vitest/browser-playwright';
import { webdriverio } from '@vitest/browser-webdriverio';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chromium, firefox, miniBrowser } from './tests/support/browsers.ts';
import { port } from './tests/support/webkit-driver.ts';
import { sendHeaders } from './tools/send-headers.ts';

// A test's file name says where it runs:
//   *.test.ts           Node
//   *.browser.test.ts   inside every browser of ENGINES, served by Vite with the built site beside it
//   tests/pages/*       Node, driving the browsers of ENGINES against the served site, as a reader would
const wanted = (process.env['ENGINES'] ?? 'chromium').split(',');

type BrowserOptions = NonNullable<NonNullable<TestProjectInlineConfiguration['test']>['browser']>;
const inBrowser = (
  name: string,
  instance: NonNullable<BrowserOptions['instances']>[number],
  globalSetup: string[] = [],
): TestProjectInlineConfiguration => ({
  publicDir: 'dist',
  plugins: [sendHeaders()],
  optimizeDeps: { include: ['axe-core'] },
  test: {
    name,
    globalSetup,
    include: ['tests/**/*.browser.test.ts'],
    browser: { enabled: true, ui: false, screenshotFailures: false, instances: [instance] },
  },
});

const projects: TestProjectInlineConfiguration[] = [
  {
    test: {
      name: 'node',
      include: ['tests/**/*.test.ts'],
      exclude: ['tests/**/*.browser.test.ts', 'tests/pages/**'],
    },
  },
];
if (wanted.includes('chromium')) {
  projects.push(
    inBrowser('chromium', {
      browser: 'chromium',
      headless: true,
      provider: playwright({
        launchOptions: { ...chromium(), args: ['--no-sandbox', '--disable-background-networking'] },
      }),
    }),
  );
}
if (wanted.includes('firefox') && firefox) {
  projects.push(
    inBrowser('firefox', {
      browser: 'firefox',
      headless: true,
      provider: playwright({ launchOptions: { channel: 'moz-firefox', executablePath: firefox } }),
    }),
  );
}
if (wanted.includes('webkit') && miniBrowser) {
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
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
      ['tests/support/webkit-driver.ts'],
    ),
  );
}
export default defineConfig({ test: { projects } });
