/** The names of Node's modules that are missing here, by module, with the reason. All others of Node 24 are there. */
const OLD = 'it is out of date, and Node.js keeps it only for old programs';
const INNER = 'it is about the inside of Node.js';
const NO_LINKS = 'its files have no links, owners or permissions';
const NO_WATCH = 'its files are not watched';
const ASYNC = 'a browser gives no way to carry a context from one await to the next';

const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  events: {
    EventEmitterAsyncResource: ASYNC,
    captureRejections: INNER,
    init: INNER,
    usingDomains: OLD,
  },
  util: {
    _errnoException: INNER,
    _exceptionWithHostPort: INNER,
    convertProcessSignalToExitCode: INNER,
    diff: 'it is an experiment of Node.js',
    getCallSites: 'a browser does not tell them',
    setTraceSigInt: 'there is no terminal to interrupt from',
    transferableAbortController: 'a browser does not hand over signals',
    transferableAbortSignal: 'a browser does not hand over signals',
  },
  'util/types': { isProxy: 'a browser does not tell a proxy from what it stands for' },
  url: {
    URLPattern: 'not every browser has it',
    Url: OLD,
    parse: `${OLD}; new URL() takes its place`,
    resolveObject: OLD,
    domainToUnicode: 'a browser does not decode domains',
    fileURLToPathBuffer: 'its paths are texts',
  },
  querystring: { unescapeBuffer: INNER },
  os: { getPriority: 'a page has no priorities', setPriority: 'a page has no priorities' },
  path: {
    _makeLong: INNER,
    toNamespacedPath: 'it is for Windows',
    matchesGlob: 'it is an experiment of Node.js',
    win32: 'its paths are those of Linux',
  },
  buffer: { SlowBuffer: OLD, resolveObjectURL: 'the sandbox reaches no blob: URLs' },
  perf_hooks: { PerformanceResourceTiming: 'the sandbox loads nothing' },
  fs: {
    FileReadStream: OLD,
    FileWriteStream: OLD,
    ReadStream: 'use createReadStream()',
    WriteStream: 'use createWriteStream()',
    Utf8Stream: 'it is an experiment of Node.js',
    _toUnixTimestamp: INNER,
    openAsBlob: 'a browser makes no blobs of these files',
    readv: 'use read() for each buffer',
    readvSync: 'use readSync() for each buffer',
    writev: 'use write() for each buffer',
    ...of(NO_WATCH, 'watch watchFile unwatchFile'),
    ...of(
      'it is made of files that are listed: readdir() with `recursive` does it',
      'glob globSync',
    ),
    ...of(
      NO_LINKS,
      'chmod chmodSync chown chownSync fchmod fchmodSync fchown fchownSync lchmod lchmodSync',
    ),
    ...of(NO_LINKS, 'lchown lchownSync link linkSync lutimes lutimesSync readlink readlinkSync'),
    ...of(NO_LINKS, 'symlink symlinkSync statfs statfsSync'),
  },
  'fs/promises': {
    watch: NO_WATCH,
    glob: 'readdir() with `recursive` lists all files',
    ...of(NO_LINKS, 'chmod chown lchmod lchown link lutimes readlink symlink statfs'),
  },
};

function of(reason: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, reason]));
}

/** Why a name is missing; nothing where it is no name of Node's. */
export function reasonForAbsence(module: string, name: string): string | undefined {
  return reasons[module]?.[name];
}
export function absentNames(module: string): readonly string[] {
  return Object.keys(reasons[module] ?? {});
}
