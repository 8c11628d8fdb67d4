/** Strips types off the page's thread: a worker of the site, with swc compiled to WebAssembly. */
import init, { transformSync } from '@swc/wasm-typescript-esm';
import type { StripReply, StripRequest } from './strip-messages.ts';
import { faultOf } from './swc-faults.ts';

const ready = init();

addEventListener('message', async ({ data }: MessageEvent<StripRequest>) => {
  const { id, path, source } = data;
  const reply = (message: StripReply) => postMessage(message);
  try {
    await ready;
    const options = { mode: 'strip-only', module: true, filename: path } as const;
    reply({ id, strip: { type: 'code', code: transformSync(source, options).code } });
  } catch (thrown) {
    const fault = faultOf(thrown);
    if (fault) reply({ id, strip: { type: 'fault', fault } });
    else reply({ id, failure: thrown instanceof Error ? thrown.message : String(thrown) });
  }
});
