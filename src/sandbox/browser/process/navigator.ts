/** `navigator` as Node has it: it tells of the machine, and is no way to the browser's devices and stores. */
import { nodeProcess } from './builtins/process.ts';

const { hardwareConcurrency } = globalThis.navigator;

export class Navigator {
  get hardwareConcurrency(): number {
    return hardwareConcurrency;
  }
  get language(): string {
    return 'en-US';
  }
  get languages(): readonly string[] {
    return Object.freeze(['en-US']);
  }
  get platform(): string {
    return 'linux';
  }
  get userAgent(): string {
    return `Node.js/${nodeProcess.versions.node.split('.', 1)[0]}`;
  }
}
