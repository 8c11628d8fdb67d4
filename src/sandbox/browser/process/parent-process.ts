/** What a process that was started with a channel has for it: `process.send` and its like, which others lack. */
import type { Serialization } from '../wire/process-messages.ts';
import { engineSide, nodeProcess } from './builtins/process.ts';
import { IpcChannel } from './ipc-channel.ts';
import { ref, unref } from './loop.ts';

let channel: IpcChannel | undefined;

/** The channel to the parent, for what the host brings from there. */
export function parentChannel(): IpcChannel | undefined {
  return channel;
}

/** To be called before the program is loaded, in the first thread. */
export function connectToParent(serialization: Serialization): void {
  let held = false;
  /** What the program asked for by `ref()` and `unref()`; without it those who listen hold the channel. */
  let wanted: boolean | undefined;
  const settle = () => {
    const listeners =
      nodeProcess.listenerCount('message') + nodeProcess.listenerCount('disconnect');
    const hold = channel !== undefined && (wanted ?? listeners > 0);
    if (hold === held) return;
    held = hold;
    if (hold) ref();
    else unref();
  };
  const own = new IpcChannel(nodeProcess, 'parent', serialization, () => {
    channel = undefined;
    settle();
    Object.assign(nodeProcess, { channel: undefined });
  });
  channel = own;
  engineSide.watchListeners(() => {
    settle();
    if (nodeProcess.listenerCount('message') > 0) own.listened();
  });
  const want = (hold: boolean) => {
    wanted = hold;
    settle();
  };
  Object.defineProperty(nodeProcess, 'connected', {
    configurable: true,
    enumerable: true,
    get: () => own.connected,
  });
  Object.assign(nodeProcess, {
    channel: { ref: () => want(true), unref: () => want(false) },
    send: (message: unknown, ...rest: unknown[]) => own.send(message, ...rest),
    disconnect: () => own.disconnect(),
  });
}
