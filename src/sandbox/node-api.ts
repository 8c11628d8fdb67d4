/**
 * Which part of Node's API works where, as the contract of `tests/engine/` found it: the page "What runs in this page".
 * Written by `tests/engine/api/node-api.test.ts`, never by hand.
 */
import data from './node-api.json';

/**
 *     {
 *       "node": "v24.21.0",
 *       "groups": [{ "name": "timers", "title": "node:timers …", "programs": 7 }],
 *       "modules": [
 *         { "name": "events", "exports": [{ "name": "once", "programs": 12 }], "lacks": ["setMaxListeners"] },
 *         { "name": "net", "because": "a page has no sockets" }
 *       ],
 *       "differences": [{ "because": "…", "browsers": ["webkit"], "programs": ["messages/transfer-stream"] }]
 *     }
 */
export interface NodeApi {
  /** The version that the programs' outputs were taken down from, and whose exports are listed. */
  readonly node: string;
  readonly groups: readonly {
    readonly name: string;
    readonly title: string;
    readonly programs: number;
  }[];
  readonly modules: readonly NodeModule[];
  readonly differences: readonly {
    readonly because: string;
    readonly browsers: readonly BrowserName[];
    readonly programs: readonly string[];
  }[];
  readonly experiments: {
    readonly run: number;
    readonly refused: readonly { readonly name: string; readonly because: string }[];
  };
}

export type BrowserName = 'chromium' | 'firefox' | 'webkit';

export type NodeModule = {
  /** Without `node:`. */
  readonly name: string;
} & (
  | { readonly because: string }
  | {
      readonly exports: readonly NodeExport[];
      /** What Node exports besides, and the engine does not. */
      readonly lacks: readonly string[];
    }
);

export interface NodeExport {
  readonly name: string;
  /** How many programs of the contract use it. */
  readonly programs: number;
  /** Browsers in which each of them shows a declared difference. */
  readonly differs?: readonly BrowserName[];
}

export const nodeApi = data as NodeApi;
