import { two } from './two.ts';
export const three = two + 1;
