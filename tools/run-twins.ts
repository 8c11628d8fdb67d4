/**
 * Runs the Python twins of the lessons and compares what they print with their recorded `output.txt`.
 *
 *     npm run test:twins                          all of them
 *     npm run test:twins -- slow-view             these
 *     npm run test:twins -- --write slow-view     records the output instead
 *
 * Exits with 1 when an output differs, a twin fails or a recording is missing.
 * The Python environment is built on first use, by `python-env.sh`, in UNBLOCKED_PYTHON or the user's cache.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { twin as twinSchema } from '../src/course/schema.ts';
import type { Report } from './count-results.ts';
import { differences, formatRecording, recordedOutput } from './twins.ts';

const TIME_LIMIT_MS = 180_000;

/** A prepared Python: how to start a shell command in one of its folders, and where such folders can be made. */
interface Python {
  readonly workRoot: string;
  command(folder: string, shellCommand: string): readonly [string, ...string[]];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const root = dirname(import.meta.dirname);
const folders = globSync('content/*/*/twins/*/twin.yaml', { cwd: root })
  .map((path) => join(root, dirname(path)))
  .filter((folder) => positionals.length === 0 || positionals.includes(basename(folder)))
  .sort();

const unknown = positionals.filter((name) => !folders.some((folder) => basename(folder) === name));
if (unknown.length > 0) throw new Error(`There is no twin named ${unknown.join(', ')}.`);

const python = preparePython();
const results: { fullName: string; status: 'passed' | 'failed' }[] = [];
for (const folder of folders) {
  const name = basename(folder);
  const complaint = await runTwin(folder);
  results.push({ fullName: name, status: complaint ? 'failed' : 'passed' });
  console.log(complaint ? `FAILED  ${name}\n${complaint}` : `ok      ${name}`);
}
const failed = results.filter(({ status }) => status === 'failed').length;
console.log(
  `${folders.length - failed} of ${folders.length} twins ${values.write ? 'recorded' : 'printed what was recorded'}.`,
);
process.exitCode = failed > 0 ? 1 : 0;

// REPORT names a file for the results, for .ci/run.
const report: Report = {
  success: failed === 0,
  testResults: [
    {
      name: 'tools/run-twins.ts',
      status: failed > 0 ? 'failed' : 'passed',
      assertionResults: results,
    },
  ],
};
if (process.env['REPORT']) writeFileSync(process.env['REPORT'], JSON.stringify(report));

/** Gives what is wrong, or nothing. */
async function runTwin(folder: string): Promise<string | undefined> {
  const { run, files, packages } = twinSchema.parse(
    parse(readFileSync(join(folder, 'twin.yaml'), 'utf8')),
  );
  const work = mkdtempSync(join(python.workRoot, 'twin-'));
  try {
    for (const file of files) cpSync(join(folder, file), join(work, file));
    const { code, output, errors } = await execute(python.command(work, run));
    if (code !== 0) return `It ended with ${code ?? 'the time limit'}.\n${output}${errors}`;

    const recording = join(folder, 'output.txt');
    if (values.write) {
      writeFileSync(
        recording,
        formatRecording([...(await provenance(python, packages)), run], output),
      );
      return undefined;
    }
    if (!existsSync(recording)) return 'It has no output.txt yet; record it with --write.';
    const differing = differences(recordedOutput(readFileSync(recording, 'utf8')), output);
    return differing.length > 0 ? differing.join('\n') : undefined;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function preparePython(): Python {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const wanted = process.env['UNBLOCKED_PYTHON'] ?? join(cache, 'unblocked', 'python');
  const builder = spawnSync(join(import.meta.dirname, 'python-env.sh'), [wanted], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (builder.error) throw builder.error;
  // It has said why.
  if (builder.status !== 0) process.exit(1);
  const [, kind, directory = ''] = /^ready (tree|venv) (.+)$/m.exec(builder.stdout) ?? [];
  if (kind === 'tree') {
    const inside = (path: string): string => path.slice(directory.length);
    return {
      workRoot: join(directory, 'tmp'),
      command: (folder, shellCommand) => [
        'chroot',
        directory,
        'sh',
        '-c',
        `cd '${inside(folder)}' && ${shellCommand}`,
      ],
    };
  }
  if (kind === 'venv') {
    return {
      workRoot: tmpdir(),
      command: (folder, shellCommand) => [
        'sh',
        '-c',
        `cd '${folder}' && PATH='${directory}/bin':"$PATH" && ${shellCommand}`,
      ],
    };
  }
  throw new Error(`python-env.sh said: ${builder.stdout}`);
}

/** What was run where and when, a line each. A package that Python does not know is a program, asked for its version. */
async function provenance(
  { workRoot, command }: Python,
  packages: readonly string[],
): Promise<readonly string[]> {
  const program = `
import importlib.metadata, os, platform, re, subprocess, sys

def version(name):
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        told = subprocess.run([name, '--version'], capture_output=True, text=True, check=True).stdout
        return re.search(r'[0-9]+([.][0-9]+)+', told).group()

print(', '.join([f'Python {platform.python_version()}'] + [f'{name} {version(name)}' for name in sys.argv[1:]]))
print(f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {platform.machine()}, {os.cpu_count()} cores")`;
  const { code, output, errors } = await execute(
    command(workRoot, `python3 - ${packages.join(' ')} <<'PROGRAM'\n${program}\nPROGRAM`),
  );
  if (code !== 0)
    throw new Error(`The versions of ${packages.join(', ')} cannot be told.\n${errors}`);
  const [versionLine = '', machineLine = ''] = output.split('\n');
  return [versionLine, `${machineLine}, ${new Date().toISOString().slice(0, 10)}`];
}

/** Runs a command in a process group of its own, so that what it leaves behind ends with it. `code` is null after the time limit. */
async function execute([file, ...args]: readonly [string, ...string[]]): Promise<{
  code: number | null;
  output: string;
  errors: string;
}> {
  const child = spawn(file, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Nothing of this machine's settings, such as WEB_CONCURRENCY, may change what a twin does.
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: '/tmp',
      LANG: 'C.UTF-8',
      PYTHONDONTWRITEBYTECODE: '1',
    },
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const endGroup = (): void => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      // ESRCH: nothing is left of it, which is the usual case.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  const timer = setTimeout(endGroup, TIME_LIMIT_MS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(timer);
  endGroup();
  return { code, output, errors };
}
