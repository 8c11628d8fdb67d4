import { something } from './asks.ts';

export const thing = () => something;
