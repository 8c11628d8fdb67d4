import { breaks } from './main.ts';

export class Caller {
  calls(): void {
    [1].map(() => breaks());
  }
}
