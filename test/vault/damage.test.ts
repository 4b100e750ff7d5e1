/** T9 and T15 for the local domain: whatever happens to one copy, the other is used, and nothing is silently wrong. */
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../src/vault/base64';
import { parseHeader } from '../../src/vault/header';
import { openRecord, readRecord } from '../../src/vault/record';
import { unlockVault } from '../../src/vault/unlock';
import { findVault } from '../../src/vault/vault';
import { PASSPHRASE, portsOver } from './memory-domain';
import { addAccount, changeSlot, HEADER_CHANGES, labelsIn, twoGenerationsLocally, withHeader } from './stage';

async function afterDamage(damage: (newest: string) => unknown) {
  const stage = await twoGenerationsLocally();
  const damaged = stage.domain.copy();
  damaged.items.set('vb', damage(String(stage.domain.items.get('vb'))));
  return { ...stage, domain: damaged };
}

describe('T15: one copy damaged', () => {
  it('every bit flipped is detected, and the other generation is used', async () => {
    const { domain, vaultKey } = await twoGenerationsLocally();
    const newest = new TextEncoder().encode(String(domain.items.get('vb')));
    const decoder = new TextDecoder();
    const silent: string[] = [];
    for (let bit = 0; bit < newest.length * 8; bit += 1) {
      const flipped = newest.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const read = await readRecord(decoder.decode(flipped));
      // A flip may change a letter of JSON for itself alone, as in an escape; then it must still open to the same content.
      if (read.ok) silent.push(`${bit}: ${(await openRecord(vaultKey, read.value)).ok}`);
    }
    expect(silent).toEqual([]);
    domain.items.set('vb', decoder.decode(newest.map((byte, place) => (place === 700 ? byte ^ 1 : byte))));
    expect(await labelsIn(domain, vaultKey)).toEqual(['first']);
  });

  it('200 flips on the way of the passphrase: the other generation, never a wrong passphrase', async () => {
    const { domain } = await twoGenerationsLocally();
    const newest = String(domain.items.get('vb'));
    for (let round = 0; round < 200; round += 1) {
      const place = Math.floor((round * newest.length) / 200);
      const damaged = domain.copy();
      damaged.items.set(
        'vb',
        newest.slice(0, place) +
          String.fromCharCode(newest.charCodeAt(place) ^ (1 << (round % 7))) +
          newest.slice(place + 1),
      );
      const unlocked = await unlockVault(portsOver(damaged), PASSPHRASE);
      expect(unlocked, `place ${place}`).toMatchObject({ ok: true, value: { generation: 1 } });
    }
  });

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

  it.each(['1e3', '1.5', '-1', '9007199254740993', '"1"', 'null'])('a generation of %s is damage', (value) => {
    const header = {
      v: 1,
      vault: '00000000-0000-4000-8000-000000000000',
      epoch: 1,
      gen: 0,
      ts: 1,
      bs: encodeBase64(new Uint8Array(32)),
      cipher: 'A256GCM',
      slots: [],
    };
    expect(parseHeader(JSON.stringify(header).replace('"gen":0', `"gen":${value}`)).ok).toBe(false);
  });
});
