import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deploy } from './deploy.ts';

test('after SIGTERM every receipt that was promised is sent, once', async () => {
  const { promised, sent } = await deploy('SIGTERM');
  assert.deepEqual(sent, promised);
});

test('after SIGTERM nothing more is promised', async () => {
  const { promised } = await deploy('SIGTERM');
  assert.deepEqual(promised, [1, 2, 3, 4, 5]);
});

test('then the worker ends by itself, with exit code 0', async () => {
  const { code, by } = await deploy('SIGTERM');
  assert.deepEqual({ code, by }, { code: 0, by: null });
});

test('SIGKILL asks nobody: what waits is lost all the same', async () => {
  const { promised, sent, by } = await deploy('SIGKILL');
  assert.equal(by, 'SIGKILL');
  assert.ok(sent.length < promised.length);
});
