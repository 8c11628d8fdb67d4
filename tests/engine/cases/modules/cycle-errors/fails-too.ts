import * as fails from './fails.ts';

export const x = Object.keys(fails).length;
throw new Error('on purpose');
