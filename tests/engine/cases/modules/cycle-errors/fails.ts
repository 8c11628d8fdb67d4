import { x } from './fails-too.ts';

export const y = x;
