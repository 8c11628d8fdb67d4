/** The hidden frame that the host lives in: an origin of its own, scripts, and nothing else. */
import { documentUrl } from 'virtual:sandbox/document';
import { EngineUnavailable } from '../engine.ts';
import { NODE } from './remedy.ts';
import { shelfIndex } from './shelf-texts.ts';
import { type FromHost, type OpenHost, readFromHost, type ToHost } from './wire/page-messages.ts';

export interface HostFrame {
  readonly sharedMemory: boolean;
  post(message: ToHost): void;
  /** Called with every message from now on. */
  onMessage(receive: (message: FromHost) => void): void;
  /** Called when the browser tells that the frame is gone. Not every browser does. */
  onClosed(report: () => void): void;
  /** Takes the frame away, and with it every worker. */
  close(): void;
}

const REMEDY = `Reload the page. If that does not help, run the program with ${NODE} on the command line.`;

/** Resolves when the host is ready for programs. Waits as long as the signal lets it. */
export async function openHost(signal: AbortSignal, sharedMemory: boolean): Promise<HostFrame> {
  signal.throwIfAborted();
  const frame = document.createElement('iframe');
  // Without `allow-same-origin` the frame has no origin that anything of ours belongs to.
  frame.setAttribute('sandbox', 'allow-scripts');
  // Shared memory is handed down; without this an isolated page would keep it to itself.
  frame.setAttribute('allow', 'cross-origin-isolated');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.title = 'Sandbox';
  frame.style.display = 'none';
  frame.src = documentUrl;
  const { port1: port, port2 } = new MessageChannel();
  const close = () => {
    port.close();
    frame.remove();
  };
  try {
    const ready = await new Promise<FromHost>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      frame.addEventListener(
        'load',
        () => {
          const open: OpenHost = { sharedMemory, shelf: shelfIndex };
          frame.contentWindow?.postMessage(open, '*', [port2]);
        },
        { once: true },
      );
      port.onmessage = ({ data }) => {
        const message = readFromHost(data);
        if (message) resolve(message);
      };
      document.body.append(frame);
    });
    if (ready.type !== 'ready') {
      const reason = ready.type === 'broken' ? ready.message : 'It gave no sign of being ready.';
      throw new EngineUnavailable(`The sandbox did not start. ${reason}`, REMEDY);
    }
    return {
      sharedMemory: ready.sharedMemory,
      post: (message) => port.postMessage(message),
      onMessage(receive) {
        port.onmessage = ({ data }) => {
          const message = readFromHost(data);
          if (message) receive(message);
        };
      },
      onClosed: (report) => port.addEventListener('close', report),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
