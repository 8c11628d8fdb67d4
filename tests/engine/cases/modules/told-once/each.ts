import { add } from './count.ts';

export const own: string = import.meta.url;
add();
