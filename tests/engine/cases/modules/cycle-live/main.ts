import * as counter from './counter.ts';
import total, { count, up, type Step } from './counter.ts';

export let steps: Step[] = [];
export const record = (step: Step): number => steps.push(step);
console.log(count, up(), count, up(), count, total());
console.log(counter, Object.keys(counter), counter.count === count);
steps = [];
up();
console.log(steps, count, total.name);
try {
  // @ts-expect-error: it is read-only
  counter.count = 9;
} catch (error) {
  console.log(String(error));
}
void import('./counter.ts').then((again) => {
  console.log(again === counter, again.count, 'up' in again, 'down' in again);
});
