/**
 * What can go wrong with a container: each has a name, says in a sentence what is the matter, and what the reader can do.
 * The panel adds where the program runs instead.
 */
import { EngineUnavailable, type WayOn } from '../engine.ts';

/** Why there is no container, before a program runs. */
export type FailureName =
  /** The page was sent without the headers that isolate it, or not by https. */
  | 'headers-missing'
  | 'unsupported-browser'
  | 'storage-blocked'
  /** An extension, a firewall or a policy of the network lets nothing through. */
  | 'blocked'
  | 'offline'
  /** The verdict after the deadline: it is still starting, and may yet get there. */
  | 'too-slow'
  /** StackBlitz says no, for a reason of its own. */
  | 'refused'
  | 'out-of-memory'
  | 'other-tab'
  /** The client's own script did not come. */
  | 'client-missing';

interface Words {
  readonly reason: string;
  readonly remedy: string;
}

const ALLOW_STORAGE =
  'Allow cookies and site data for stackblitz.com and webcontainer.io (in some browsers: switch the tracking protection off for this site), then try again.';

const words: Readonly<Record<FailureName, Words>> = {
  'headers-missing': {
    reason:
      'A WebContainer needs shared memory, and this page was sent without the headers that allow it.',
    remedy: 'Whoever runs this site can repair that: the file public/_headers names them.',
  },
  'unsupported-browser': {
    reason: 'WebContainers do not run in this browser.',
    remedy: 'Open the page in a current Chrome, Edge, Firefox, or Safari 16.4 on a computer.',
  },
  'storage-blocked': {
    reason: 'This browser keeps the frame of StackBlitz from storing anything, and it needs that.',
    remedy: ALLOW_STORAGE,
  },
  blocked: {
    reason: 'Nothing from StackBlitz reaches this page.',
    remedy:
      'An extension, a firewall or the network may be blocking stackblitz.com: let it through, then try again.',
  },
  offline: {
    reason: 'You are offline, and a WebContainer comes from StackBlitz’s servers.',
    remedy: 'Try again when the network is back.',
  },
  'too-slow': {
    reason: 'The WebContainer takes too long to start.',
    remedy: `It goes on in the background: try again in a moment. If it never comes, something keeps it from starting. ${ALLOW_STORAGE}`,
  },
  refused: {
    reason: 'StackBlitz did not start a container.',
    remedy: 'Try again later.',
  },
  'out-of-memory': {
    reason: 'The browser has not enough memory left for a WebContainer.',
    remedy: 'Close other tabs, above all those with WebContainers in them, then try again.',
  },
  'other-tab': {
    reason: 'Another tab of this course holds the WebContainer, and there is room for one.',
    remedy: 'Take it over here: a program that runs in the other tab is then ended.',
  },
  'client-missing': {
    reason: 'The part of this site that talks to StackBlitz could not be loaded.',
    remedy: 'Check your connection, then try again.',
  },
};

export class ContainerUnavailable extends EngineUnavailable {
  override readonly name = 'ContainerUnavailable';
  readonly failure: FailureName;
  /** `detail` is what the other side said about it. */
  constructor(
    failure: FailureName,
    { detail, wayOn }: { detail?: string | undefined; wayOn?: WayOn } = {},
  ) {
    const { reason, remedy } = words[failure];
    super(detail === undefined ? reason : `${reason} It says: “${detail}”`, remedy, wayOn);
    this.failure = failure;
  }
}

/** Why a container or a program in it is no more, while it ran. */
export type LossName =
  | 'closed'
  | 'silent'
  | 'reloaded'
  | 'taken-over'
  | 'left'
  | 'out-of-memory'
  | 'flood';

/** For the outcome of the program that was running. */
export const lossInWords: Readonly<Record<LossName, string>> = {
  closed: 'the WebContainer was taken down. The next run starts a new one.',
  silent: 'the WebContainer no longer answers. Run it again: that starts a new one.',
  reloaded: 'the WebContainer broke down. Run it again: that starts a new one.',
  'taken-over': 'another tab has taken the WebContainer over.',
  left: 'you left the page, and the WebContainer was given back.',
  'out-of-memory':
    'the browser has no memory left for the WebContainer. Close other tabs, then run it again: that starts a new one.',
  flood: 'it printed faster than the page can take it, and the WebContainer cannot make it wait.',
};

/** What the other side's words tell about an error on starting. */
export function failureOf(message: string): FailureName {
  if (isOutOfMemory(message)) return 'out-of-memory';
  if (/service ?worker|storage|cookie|SecurityError|insecure/i.test(message)) {
    return 'storage-blocked';
  }
  return 'refused';
}

/** The browser's words for a WebAssembly memory that it will not give; a program's own heap has others. */
export function isOutOfMemory(text: string): boolean {
  return /WebAssembly\.\w+\(\): (Out of memory|could not allocate)/i.test(text);
}
