/**
 * What a program of ill will tries to reach, a row an attempt. `code` is the body of an async function: it returns when
 * it got what it wanted and throws when it was refused. It may use `native(name)`, whatever the scope or its prototypes
 * still have under a name; `own`, `other` and `socket`, addresses that are counted when they are asked for; and
 * `ofTheSite`, the name of what the page has put into every store.
 */
export interface Attack {
  readonly name: string;
  readonly code: string;
  /** Where the same attempt succeeds outside of the sandbox: in a plain worker or in a plain frame of the site. */
  readonly outside: 'worker' | 'window';
  /** Code that tells whether this browser has the thing at all; without it every browser has. */
  readonly exists?: string;
}

const inWorker = (name: string, code: string, exists?: string): Attack => ({
  name,
  code,
  outside: 'worker',
  ...(exists !== undefined && { exists }),
});
const inWindow = (name: string, code: string, exists?: string): Attack => ({
  name,
  code,
  outside: 'window',
  ...(exists !== undefined && { exists }),
});

const settled = (target: string, good: string) => `
  await new Promise((resolve, reject) => {
    ${target}.${good} = resolve;
    ${target}.onerror = () => reject(new Error('refused'));
  });`;

const storage: readonly Attack[] = [
  inWindow('localStorage', `if (!native('localStorage').getItem(ofTheSite)) throw 0;`),
  inWindow('sessionStorage', `if (!native('sessionStorage').getItem(ofTheSite)) throw 0;`),
  inWorker(
    'IndexedDB',
    `const request = native('indexedDB').open(ofTheSite);${settled('request', 'onsuccess')} request.result.close();`,
  ),
  // WebKit gives every origin its own cache, also an opaque one.
  inWorker('Cache API', `if (!(await native('caches').has(ofTheSite))) throw 0;`),
  inWindow('cookies', `if (!native('document').cookie.includes(ofTheSite)) throw 0;`),
  inWindow(
    'cookieStore',
    `if (!(await native('cookieStore').get(ofTheSite))) throw 0;`,
    `'cookieStore' in globalThis`,
  ),
  inWorker(
    'private file system',
    `await native('navigator').storage.getDirectory();`,
    `'getDirectory' in (navigator.storage ?? {})`,
  ),
  inWorker(
    'storage manager',
    `if (!(await native('navigator').storage.estimate()).quota) throw 0;`,
    `'estimate' in (navigator.storage ?? {})`,
  ),
  inWorker(
    'storage buckets',
    `await native('navigator').storageBuckets.open(ofTheSite);`,
    `'storageBuckets' in navigator`,
  ),
  inWorker(
    'locks',
    `if (!(await native('navigator').locks.query()).held.some(({ name }) => name === ofTheSite)) throw 0;`,
  ),
];

const network = (origin: 'own' | 'other'): readonly Attack[] =>
  [
    inWorker('fetch', `await fetch(${origin});`),
    inWorker('native fetch', `await native('fetch')(${origin}, { mode: 'no-cors' });`),
    inWorker(
      'XMLHttpRequest',
      `const request = new (native('XMLHttpRequest'))();
       request.open('GET', ${origin});
       request.send();${settled('request', 'onload')}`,
    ),
    inWorker(
      'synchronous XMLHttpRequest',
      `const request = new (native('XMLHttpRequest'))();
       request.open('GET', ${origin}, false);
       request.send();`,
    ),
    inWorker(
      'WebSocket',
      `const socket = new (native('WebSocket'))(${origin}.replace('http', 'ws'));${settled('socket', 'onopen')} socket.close();`,
    ),
    inWorker(
      'EventSource',
      `const source = new (native('EventSource'))(${origin} + '.events');${settled('source', 'onmessage')} source.close();`,
    ),
    inWindow('sendBeacon', `if (!native('navigator').sendBeacon(${origin})) throw 0;`),
    inWorker(
      'WebSocketStream',
      `const stream = new (native('WebSocketStream'))(${origin}.replace('http', 'ws'));
       await stream.opened;
       stream.closed.catch(() => undefined);
       stream.close();`,
      `'WebSocketStream' in globalThis`,
    ),
    inWorker('importScripts', `native('importScripts')(${origin} + '.js');`),
    inWorker('import', `await import(${origin} + '.js');`),
    inWorker('import of JSON', `await import(${origin} + '.json', { with: { type: 'json' } });`),
    inWindow('Image', `const image = new (native('Image'))(); image.src = ${origin}; throw 0;`),
    inWindow(
      'style sheet',
      `const link = native('document').createElement('link');
       Object.assign(link, { rel: 'stylesheet', href: ${origin} });
       native('document').head.append(link);${settled('link', 'onload')}`,
    ),
    inWindow(
      'hint to connect',
      `const link = native('document').createElement('link');
       Object.assign(link, { rel: 'preconnect', href: ${origin} });
       native('document').head.append(link);`,
    ),
    inWindow(
      'frame',
      `const frame = native('document').createElement('iframe');
       frame.src = ${origin} + '.html';
       native('document').body.append(frame);${settled('frame', 'onload')}`,
    ),
    inWindow(
      'form',
      `const frame = native('document').createElement('iframe');
       frame.name = 'answer' + Math.random();
       const form = native('document').createElement('form');
       Object.assign(form, { action: ${origin} + '.html', method: 'post', target: frame.name });
       native('document').body.append(frame, form);
       form.submit();${settled('frame', 'onload')}`,
    ),
    inWindow('fetchLater', `native('fetchLater')(${origin});`, `'fetchLater' in globalThis`),
  ].map((attack) => ({ ...attack, name: `${attack.name}, ${origin} origin` }));

const page: readonly Attack[] = [
  ...['parent', 'top'].map((name) => inWindow(name, `if (!native('${name}').document) throw 0;`)),
  inWindow('opener', `native('opener');`),
  inWindow('window.open', `if (typeof native('open') !== 'function') throw 0;`),
  inWindow('location', `native('location').hash = 'moved';`),
  inWindow('document', `native('document').body.append('was here');`),
  inWindow('message to the page', `native('parent').postMessage({ heard: token }, '*'); throw 0;`),
  inWorker(
    'message to whoever made the worker',
    `native('postMessage')({ heard: token }); throw 0;`,
  ),
  inWorker(
    'BroadcastChannel',
    `const channel = new BroadcastChannel(ofTheSite);
     channel.postMessage({ heard: token });
     channel.close();
     throw 0;`,
  ),
  inWindow(
    'SharedWorker',
    `new (native('SharedWorker'))(own + '.js'); throw 0;`,
    `'SharedWorker' in globalThis`,
  ),
  inWindow(
    'service worker',
    `const found = await native('navigator').serviceWorker.register(own + '.js');
     await found.unregister();`,
  ),
];

const devices: readonly Attack[] = [
  inWindow(
    'WebRTC',
    `new (native('RTCPeerConnection'))().close();`,
    `'RTCPeerConnection' in globalThis`,
  ),
  inWindow(
    'notifications',
    `if (!native('Notification').permission) throw 0;`,
    `'Notification' in globalThis`,
  ),
  ...['clipboard', 'geolocation', 'permissions', 'mediaDevices', 'credentials'].map((name) =>
    inWindow(name, `if (!native('navigator').${name}) throw 0;`, `'${name}' in navigator`),
  ),
  ...['gpu', 'usb', 'serial', 'hid', 'connection'].map((name) =>
    inWorker(name, `if (!native('navigator').${name}) throw 0;`, `'${name}' in navigator`),
  ),
];

const code: readonly Attack[] = [
  inWorker('eval', `native('eval')('1');`),
  inWorker('new Function', `new Function('return 1')();`),
  inWorker('constructor of functions', `(() => {}).constructor('return 1')();`),
  inWorker('constructor of generators', `(function* () {}).constructor('yield 1')().next();`),
  inWorker('constructor of async functions', `await (async () => {}).constructor('return 1')();`),
  inWorker(
    'setTimeout with text',
    `const name = 'ran' + Math.random();
     native('setTimeout')('globalThis["' + name + '"] = 1');
     await new Promise((resolve) => native('setTimeout')(resolve, 20));
     if (!globalThis[name]) throw 0;`,
  ),
  inWorker(
    'importScripts of a blob of its own',
    `native('importScripts')(URL.createObjectURL(new Blob([''], { type: 'text/javascript' })));`,
  ),
  inWorker(
    'worker of its own',
    `new (native('Worker'))(URL.createObjectURL(new Blob([''], { type: 'text/javascript' })));`,
  ),
];

const alsoNetwork: readonly Attack[] = [
  inWorker(
    'WebTransport',
    `new (native('WebTransport'))('https://127.0.0.1:1/').ready.catch(() => undefined);`,
    `'WebTransport' in globalThis`,
  ),
  inWorker(
    'worker from an address',
    `const worker = new (native('Worker'))(own + '.js');
     worker.terminate();`,
  ),
  inWorker(
    'module worker from an address',
    `const worker = new (native('Worker'))(own + '.js', { type: 'module' });
     worker.terminate();`,
  ),
];

/** WebKit asks nobody but the site itself for a worker's fonts. */
const font = inWorker(
  'FontFace',
  `await new (native('FontFace'))('x', 'url(' + own + ')').load().catch((error) => { if (error.name === 'ReferenceError') throw error; }); throw 0;`,
);

export const attacks: readonly Attack[] = [
  ...storage,
  ...network('own'),
  ...network('other'),
  ...alsoNetwork,
  font,
  ...page,
  ...devices,
  ...code,
];

/** The name of what the page has put into every store. */
export const OF_THE_SITE = 'of-the-site';

/** A program that makes the attempts, one after the other, and prints of each what came of it, in JSON. */
export function attackProgram(
  wanted: readonly Attack[],
  run: string,
  origins: { readonly own: string; readonly other: string },
): string {
  const attempts = wanted.map(({ name, code, exists = 'true' }) => {
    const body = `{ const token = ${JSON.stringify(name)}; const [own, other] = addresses(token); ${code} }`;
    return `[${JSON.stringify(name)}, () => ${exists}, async () => ${body}],`;
  });
  return `
    const native = (name) => {
      for (let scope = globalThis; scope; scope = Object.getPrototypeOf(scope)) {
        const { get, value } = Object.getOwnPropertyDescriptor(scope, name) ?? {};
        const found = get ? get.call(globalThis) : value;
        if (found === undefined) continue;
        return typeof found === 'function' && !found.prototype ? found.bind(globalThis) : found;
      }
      throw new Error(name + ' is nowhere');
    };
    const ofTheSite = ${JSON.stringify(OF_THE_SITE)};
    const addresses = (token) => ${JSON.stringify([origins.own, origins.other])}.map(
      (origin) => origin + '/asked/${run}/' + encodeURIComponent(token));
    const stay = setInterval(() => undefined, 1000);
    for (const [name, exists, attempt] of [${attempts.join('\n')}]) {
      const outcome = await attempt().then(() => 'REACHED', () => 'refused');
      console.log(JSON.stringify([name, outcome, exists()]));
    }
    clearInterval(stay);
  `;
}
