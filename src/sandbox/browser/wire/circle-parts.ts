/** What a thread has to know of a file in a circle. It stands in the script that the host makes of the file. */

/** Where a name comes from: the number of a dependency and its name there; `*` is all that it exports. */
export type Origin = readonly [dependency: number, name: string];

export interface CircleParts {
  readonly id: number;
  readonly path: string;
  readonly folder: string;
  readonly url: string;
  /** The ids of modules of circles, the URLs of others, in the order of the imports. */
  readonly dependencies: readonly (number | string)[];
  readonly imports: Readonly<Record<string, Origin>>;
  readonly reexports: Readonly<Record<string, Origin>>;
  /** Of `export *`. */
  readonly stars: readonly number[];
}
