/** T15: 300 random lives of 30 steps; `npm run prove:vault` runs 5,000 of 50. */
import { expect, it } from 'vitest';
import { newSeed } from '../seed';
import { withQuickCrypto } from './quick-crypto';
import { runSequences } from './sequences';

withQuickCrypto();

it('T15: a vault survives any sequence', async () => {
  const seed = newSeed('sequences');
  expect(await runSequences({ count: 300, steps: 30, seed })).toEqual({ sequences: 300, differences: [] });
}, 300_000);
