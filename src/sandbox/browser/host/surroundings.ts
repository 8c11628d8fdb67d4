/** What all processes of a run share. */
import type { FileSystem } from './file-system.ts';
import type { Linker } from './linker.ts';
import type { OutputFeed } from './output-feed.ts';
import type { Ports } from './ports.ts';
import type { Quota } from './quota.ts';
import type { Shelf } from './shelf.ts';
import type { WorkerPool } from './worker-pool.ts';

export interface Surroundings {
  readonly pool: WorkerPool;
  readonly files: FileSystem;
  readonly linker: Linker;
  readonly shelf: Shelf;
  readonly feed: OutputFeed;
  /** Where threads of any process listen. */
  readonly ports: Ports;
  readonly threadQuota: Quota;
  readonly sharedMemory: boolean;
  /** Whether the program receives messages while it blocks. */
  readonly hasMailboxes: boolean;
  /** When the run began, in milliseconds of the Unix epoch. */
  readonly origin: number;
  /** Runs something for a process; a fault of ours in it ends the run in words. */
  guarded(run: () => void): void;
}
