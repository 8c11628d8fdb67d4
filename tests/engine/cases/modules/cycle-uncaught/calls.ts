import { breaks } from './main.ts';

export function calls(): void {
  [1].forEach(() => {
    breaks();
  });
}
