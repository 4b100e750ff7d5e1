/** T9 and T15: whatever happens to one copy, the other is used, and nothing is silently wrong. */
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/vault/record';
import { unlockVault } from '../../src/vault/unlock';
import { findVault } from '../../src/vault/vault';
import { IS_LONG } from '../tier';
import { flipEveryBit, flipStage } from './bit-flips';
import { withFlippedBit } from './garble';
import { PASSPHRASE, portsOver } from './memory-domain';
import { withQuickCrypto } from './quick-crypto';
import {
  addAccount,
  changeSlot,
  HEADER_CHANGES,
  labelsIn,
  twoGenerations,
  twoGenerationsLocally,
  withHeader,
} from './stage';

withQuickCrypto();

async function afterDamage(damage: (newest: string) => unknown) {
  const stage = await twoGenerationsLocally();
  const damaged = stage.domain.copy();
  damaged.items.set('vb', damage(String(stage.domain.items.get('vb'))));
  return { ...stage, domain: damaged };
}

describe('T15: one copy damaged', () => {
  it.each(IS_LONG ? (['va', 'vb', 'mirror-1'] as const) : (['va', 'mirror-1'] as const))(
    'every bit of %s flipped is detected, and recovered from',
    async (place) => {
      const count = await flipEveryBit(await flipStage(2), place, { openEvery: 31 });
      expect(count.bitFlips).toBeGreaterThan(40_000);
      expect(count).toMatchObject({ detected: count.bitFlips, recovered: count.opened, silentlyWrong: 0 });
    },
  );

  it('200 flips on the way of the passphrase: the last generation or the one before, never a wrong passphrase', async () => {
    const { domain } = await twoGenerationsLocally();
    const newest = String(domain.items.get('vb'));
    for (let round = 0; round < 200; round += 1) {
      const damaged = domain.copy();
      const bit = Math.floor((round * newest.length * 8) / 200);
      damaged.items.set('vb', withFlippedBit(newest, bit));
      const unlocked = await unlockVault(portsOver(damaged), PASSPHRASE);
      expect(unlocked, `bit ${bit}`).toMatchObject({ ok: true, value: { generation: 1 } });
    }
  });

  it.each(['local', 'mirror'] as const)(
    'every bit of the mark flipped in the %s domain changes nothing',
    async (which) => {
      const { domain, vaultKey } = await twoGenerations();
      const { items } = which === 'local' ? domain : domain.mirror;
      const mark = String(items.get('hw'));
      for (let bit = 0; bit < mark.length * 8; bit += 1) {
        items.set('hw', withFlippedBit(mark, bit));
        expect(await labelsIn(domain, vaultKey), `bit ${bit}`).toEqual(['first', 'second']);
        const unlocked = await unlockVault(portsOver(domain), PASSPHRASE);
        expect(unlocked, `bit ${bit}`).toMatchObject({ ok: true, value: { generation: 2 } });
      }
    },
  );

  it('truncated at every offset is detected', async () => {
    const { domain } = await twoGenerationsLocally();
    const newest = String(domain.items.get('vb'));
    for (let length = 0; length < newest.length; length += 1) {
      if ((await readRecord(newest.slice(0, length))).ok) throw new Error(`A record cut at ${length} was taken.`);
    }
  });

  it.each([
    ['doubled', (text: string) => text + text],
    ['a number', () => 7],
    ['null', () => null],
    ['an array', () => '[]'],
    ['empty', () => ''],
    ['with a fifth key', (text: string) => text.replace('{', '{"x":1,')],
    ['with white space in its base64', (text: string) => text.replace('"ct":"', '"ct":" ')],
  ])('%s: the other generation', async (_name, damage) => {
    const { domain, vaultKey } = await afterDamage(damage);
    expect(await labelsIn(domain, vaultKey)).toEqual(['first']);
    expect(await addAccount(domain, vaultKey, 'healed', 5)).toBe('ok');
    expect(await labelsIn(domain, vaultKey)).toEqual(['first', 'healed']);
    expect((await readRecord(domain.items.get('vb'))).ok).toBe(true);
  });

  it('the copies swapped, or one twice, change nothing', async () => {
    const { domain, vaultKey } = await twoGenerationsLocally();
    const [va, vb] = [domain.items.get('va'), domain.items.get('vb')];
    await domain.set({ va: vb, vb: va });
    expect(await labelsIn(domain, vaultKey)).toEqual(['first', 'second']);
    await domain.set({ va: vb, vb });
    expect(await labelsIn(domain, vaultKey)).toEqual(['first', 'second']);
    expect(await addAccount(domain, vaultKey, 'third', 3)).toBe('ok');
    expect(await labelsIn(domain, vaultKey)).toEqual(['first', 'second', 'third']);
  });
});

describe('T15: nothing valid left', () => {
  it('any trace is damaged, never absent', async () => {
    for (const kept of [['va'], ['vb'], ['hw'], ['va', 'vb'], ['va', 'vb', 'hw']]) {
      const { domain, vaultKey } = await twoGenerationsLocally();
      for (const key of ['va', 'vb', 'hw']) {
        if (!kept.includes(key)) domain.items.delete(key);
        else if (key !== 'hw') domain.items.set(key, String(domain.items.get(key)).replace('"ct":"', '"ct":"A'));
      }
      expect(await findVault(domain)).toEqual({ ok: false, error: { kind: 'damaged' } });
      expect(await unlockVault(portsOver(domain), PASSPHRASE)).toEqual({ ok: false, error: { kind: 'damaged' } });
      expect(await labelsIn(domain, vaultKey)).toBe('damaged');
      expect(await addAccount(domain, vaultKey, 'x', 9)).toBe('damaged');
    }
  });
});

describe('T9: the profile rewritten', () => {
  it.each(HEADER_CHANGES)('%s changed is refused, and the older record still opens', async (_field, change) => {
    const { domain, vaultKey } = await twoGenerationsLocally();
    domain.items.set('vb', await withHeader(String(domain.items.get('vb')), change));
    expect(await labelsIn(domain, vaultKey)).toEqual(['first']);
  });

  it.each(['id', 'm', 't', 'p', 'salt', 'iv', 'wk', 'ver', 'kind'])(
    '%s of the slot changed in both copies never unlocks',
    async (field) => {
      const { domain } = await twoGenerationsLocally();
      for (const key of ['va', 'vb']) {
        const change = (header: Record<string, unknown>) => changeSlot(header, field, 'device');
        domain.items.set(key, await withHeader(String(domain.items.get(key)), change));
      }
      const unlocked = await unlockVault(portsOver(domain), PASSPHRASE);
      expect(unlocked.ok).toBe(false);
    },
  );

  it('a slot nested without end is refused like any other change', async () => {
    const { domain } = await twoGenerationsLocally();
    const deep = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`);
    const change = (header: Record<string, unknown>) =>
      void Object.assign((header['slots'] as object[])[0] ?? {}, { deep });
    for (const key of ['va', 'vb']) {
      domain.items.set(key, await withHeader(String(domain.items.get(key)), change));
    }
    expect(await unlockVault(portsOver(domain), PASSPHRASE)).toEqual({ ok: false, error: { kind: 'damaged' } });
  });

  it('a body under the header of another generation is refused', async () => {
    const { domain, vaultKey } = await twoGenerationsLocally();
    const older = JSON.parse(String(domain.items.get('va'))) as Record<string, string>;
    const newer = JSON.parse(String(domain.items.get('vb'))) as Record<string, string>;
    const mixed = JSON.stringify({ ...older, h: newer['h'] });
    domain.items.set('vb', await withHeader(mixed, () => undefined));
    expect(await labelsIn(domain, vaultKey)).toEqual(['first']);
  });
});
