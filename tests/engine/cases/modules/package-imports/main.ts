// Names that begin with # are what package.json says.
import { store } from '#store';
import { one } from '#parts/one.ts';
import { two } from '#parts/deep/two.ts';
import { which } from '#conditional';
import pLimit from '#limit';

console.log(store, one, two, which, pLimit(1).pendingCount);
for (const name of ['#nope', '#parts/nope.ts', '#']) {
  await import(name).catch((error) => console.log(error.code, error.message));
}
