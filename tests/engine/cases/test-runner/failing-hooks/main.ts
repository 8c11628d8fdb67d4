import { after, afterEach, beforeEach, describe, it, before } from 'node:test';

describe('before', () => {
  before(() => {
    throw new Error('before fails');
  });
  it('is failed', () => console.log('never'));
});
describe('before each', () => {
  beforeEach(() => {
    throw new Error('before each fails');
  });
  it('is failed too', () => console.log('never'));
});
describe('after each', () => {
  afterEach(async () => {
    throw new Error('after each fails');
  });
  it('ran', () => console.log('ran'));
});
describe('after', () => {
  after(() => {
    throw new Error('after fails');
  });
  it('ran as well', () => console.log('ran as well'));
});
