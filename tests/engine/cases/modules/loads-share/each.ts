import { add } from './count.ts';

add();
