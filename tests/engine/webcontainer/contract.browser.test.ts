/** The contract through StackBlitz's real client and our adapter, against a stand-in that runs real Node.js. */
import { expect, test } from 'vitest';
import { engineContract } from '../engine-contract.ts';
import { inContainer } from './differences.ts';
import { engineWith } from './stand-in.ts';

const engine = engineWith('well');
const support = engine.support();

if (support.ok) {
  engineContract({
    name: 'the WebContainer engine',
    load: async () => engine,
    declared: inContainer,
  });
} else {
  test('says why it cannot run here', () => expect(support.reason).not.toBe(''));
}
