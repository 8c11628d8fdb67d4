import { a } from './main.ts';
export const b = 2;
