import { record, steps } from './main.ts';

export type Step = { readonly to: number };
export let count = 0;
export const up = (): number => record({ to: ++count });
export default function (): number {
  return steps.reduce((sum, { to }) => sum + to, 0);
}
