import { a } from './main.ts';

export const b = () => `b ${a}`;
