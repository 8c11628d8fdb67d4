/** Runs a program outside of the sandbox, at the site's own origin: what an attack has to be able to do somewhere. */

/** In a plain worker. Gives what it prints; `heard` is called with what it posts besides. */
export async function printedInWorker(
  program: string,
  heard: (data: unknown) => void,
): Promise<string> {
  const script = `
    const post = postMessage.bind(globalThis);
    const console = { log: (...words) => post({ printed: words.join(' ') + '\\n' }) };
    (async () => { ${program} })().then(() => post({ done: true }), (error) => { throw error; });
  `;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  try {
    return await new Promise((resolve, reject) => {
      let printed = '';
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.onmessage = ({ data }) => {
        if (data.done) resolve(printed);
        else if (data.printed) printed += data.printed;
        else heard(data);
      };
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(url);
  }
}

/** In a frame. `address` is an empty page of the site. */
export async function printedInWindow(program: string, address: string): Promise<string> {
  const frame = document.createElement('iframe');
  frame.title = 'Outside';
  frame.src = address;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const inside = frame.contentWindow as (Window & { finish?: (printed: string) => void }) | null;
  if (!inside) throw new Error('The frame has no window.');
  try {
    return await new Promise((resolve, reject) => {
      inside.finish = resolve;
      inside.addEventListener('unhandledrejection', ({ reason }) => reject(reason));
      const script = inside.document.createElement('script');
      script.text = `
        opener = parent;
        (async () => {
          let printed = '';
          const console = { log: (...words) => { printed += words.join(' ') + '\\n'; } };
          ${program}
          finish(printed);
        })();
      `;
      inside.document.body.append(script);
    });
  } finally {
    frame.remove();
  }
}
