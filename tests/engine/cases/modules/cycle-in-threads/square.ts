import { self } from './main.ts';

export const square = (n: number) => `${n * n} by ${self.pathname.split('/').pop()}`;
