/** node:assert/strict */
export * from './assert.ts';
export { strict as default } from './assert.ts';
