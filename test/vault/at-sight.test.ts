/** The look at first sight shows the newest content or nothing, whatever is wrong with what it looks at. */
import { describe, expect, it } from 'vitest';
import { isLocalAsLeft } from '../../src/vault/copies';
import { openAtSight, openVault } from '../../src/vault/vault';
import { flipStage } from './bit-flips';
import { withFlippedBit } from './garble';
import { NOW_MS } from './memory-domain';
import { withQuickCrypto } from './quick-crypto';
import { twoGenerations } from './stage';

const stage = await flipStage(2);
const { domain: left, vaultKey } = stage;
const [newest] = stage.expected;

const seenIn = async (domain: typeof left) => {
  const seen = await openAtSight(domain, vaultKey);
  return seen === undefined ? undefined : JSON.stringify(seen.content);
};

withQuickCrypto();

describe('a vault at first sight', () => {
  it('is what the whole look finds, where everything is as it was left', async () => {
    const whole = await openVault(left, vaultKey);
    if (!whole.ok) throw new Error(whole.error.kind);
    const { needsHealing, ...vault } = whole.value;
    expect(needsHealing).toBe(false);
    expect(await openAtSight(left, vaultKey)).toEqual(vault);
  });

  it.each(['va', 'vb', 'hw'])(
    'shows no older content for any bit of %s that flips, and the close look sees it',
    async (key) => {
      const text = String(left.items.get(key));
      let seen = 0;
      // Every bit of the mark and of the headers, and some of what is sealed.
      for (let bit = 0; bit < text.length * 8; bit += bit < 8_000 ? 1 : 61) {
        const domain = left.copy();
        domain.items.set(key, withFlippedBit(text, bit));
        const shown = await seenIn(domain);
        if (shown !== undefined) {
          seen += 1;
          expect(shown).toBe(newest);
          expect(await isLocalAsLeft(domain)).toBe(false);
        }
      }
      // The mark is trusted in full or not at all.
      expect(seen > 0).toBe(key !== 'hw');
    },
  );

  it.each(['va', 'vb', 'hw'])('says nothing where %s is missing', async (key) => {
    const domain = left.copy();
    domain.items.delete(key);
    expect(await seenIn(domain)).toBeUndefined();
  });

  it('says nothing where a newer copy stands beside an older mark, as a write that was cut leaves it', async () => {
    const { domain, vaultKey: key } = await twoGenerations();
    const mark = JSON.parse(String(domain.items.get('hw')));
    domain.items.set('hw', JSON.stringify({ ...mark, gen: mark.gen - 1 }));
    expect(await openAtSight(domain, key)).toBeUndefined();
  });

  it('says nothing where storage fails, or the key is another', async () => {
    const failing = { local: { ...left, get: async () => Promise.reject(new Error(`no disk at ${NOW_MS}`)) } };
    expect(await openAtSight(failing as never, vaultKey)).toBeUndefined();
    expect(await openAtSight(left, new Uint8Array(32))).toBeUndefined();
  });
});
