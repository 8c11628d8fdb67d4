/** What a site can set about containers. The defaults are for readers; tests shorten the times. */
export interface Settings {
  /** StackBlitz's API key, where the site has one; see the project's README for when one is needed. */
  readonly key?: string | undefined;
  /** After so long without a container the reader is told so. `run.ts` would wait longer, but cannot say why. */
  readonly verdictMs: number;
  /** A container that has given a sign may go on starting for so long, whoever still waits; then the next try begins anew. */
  readonly giveUpMs: number;
  /** How often a container that runs a program is asked whether it is there. */
  readonly heartbeatMs: number;
  /** A container that has not answered for so long is lost. */
  readonly silenceMs: number;
  /** After a program's exit, how long its last output may take. */
  readonly lastOutputMs: number;
}

export const defaults: Settings = {
  key: import.meta.env['PUBLIC_WEBCONTAINER_KEY'],
  verdictMs: 12_000,
  giveUpMs: 60_000,
  heartbeatMs: 2_000,
  silenceMs: 10_000,
  lastOutputMs: 500,
};
