import { three } from './three.ts';
export const far = `far ${three}`;
