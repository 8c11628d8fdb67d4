/**
 * Measures what the project promises about speed and size, and prints a table: `npm run bench [-- <name> …]`.
 * `--browser firefox` measures there, `--rounds 20` oftener. Figures of one table belong together, since all that is
 * compared was measured in turns on the same machine; a busy machine shows in the spread.
 *
 * To add one: a file here that exports a `Bench`, its name in `benches`, what runs in the page in `page/main.ts`.
 */
import { availableParallelism, cpus, loadavg, release, type as systemName } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium, firefox } from 'playwright';
import * as browsers from '../support/browsers.ts';
import type { Bench, BrowserName } from './bench.ts';
import { bench as bytes } from './bytes.ts';
import { bench as cpuLoop } from './cpu-loop.ts';
import { bench as flood } from './flood.ts';
import { bench as manyRuns } from './many-runs.ts';
import { bench as memory } from './memory.ts';
import { bench as messages } from './messages.ts';
import { bench as runStart } from './run-start.ts';
import { servePage } from './served-page.ts';
import { table } from './table.ts';
import { bench as timeline } from './timeline.ts';
import { bench as trace } from './trace.ts';

const benches: readonly Bench[] = [
  runStart,
  cpuLoop,
  messages,
  trace,
  flood,
  timeline,
  memory,
  manyRuns,
  bytes,
];

const launch = {
  chromium: () => {
    const args = ['--no-sandbox', '--disable-background-networking'];
    return chromium.launch({ ...browsers.chromium(), args });
  },
  firefox: () => firefox.launch({ channel: 'moz-firefox', executablePath: browsers.firefox() }),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', default: 'chromium' },
    rounds: { type: 'string', default: '15' },
  },
});
const browserName = wantedBrowser(values.browser);
const wanted = positionals.map(benchNamed);
const load = loadavg()[0]?.toFixed(1);

const served = await servePage();
const browser = await launch[browserName]();
try {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores`;
  console.log(
    `${machine}, ${systemName()} ${release()}, load ${load} at the start\n` +
      `${browserName} ${browser.version()}, Node.js ${process.versions.node}, ${new Date().toISOString()}`,
  );
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(served.url);
  await page.waitForFunction(() => 'inPage' in globalThis);
  const rounds = Number(values.rounds);
  for (const { name, measure } of wanted.length > 0 ? wanted : benches) {
    const rows = await measure({ page, context, browser, browserName, rounds });
    console.log(`\n${name}\n\n${table(rows)}`);
  }
} finally {
  await browser.close();
  await served.stop();
}

function wantedBrowser(name: string): BrowserName {
  if (name === 'chromium' || name === 'firefox') return name;
  throw new Error(`--browser names "${name}"; known are chromium and firefox.`);
}

function benchNamed(name: string): Bench {
  const found = benches.find((bench) => bench.name === name);
  if (found) return found;
  const known = benches.map((bench) => bench.name).join(', ');
  throw new Error(`There is no benchmark "${name}"; known are ${known}.`);
}
