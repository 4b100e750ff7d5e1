/** T9 and T15: one copy, or one domain, rewritten by accident or by someone who has the profile: the newest other is used. */
import { describe, expect, it } from 'vitest';
import { healVault } from '../../src/vault/heal';
import { rekeyUnderPassphrase } from '../../src/vault/rekey';
import { unlockVault } from '../../src/vault/unlock';
import { copyOf, type Disk, portsOf } from './disk';
import { PASSPHRASE } from './memory-domain';
import { addAccount, changeSlot, filledVault, HEADER_CHANGES, labelsIn, withHeader } from './stage';

const PLACES = ['va', 'vb', 'mirror-1', 'mirror-2'] as const;
const NEW_PASSPHRASE = 'another good passphrase';

async function rewrite({ domain }: Disk, place: string, change: (record: string) => Promise<string>): Promise<void> {
  if (!place.startsWith('mirror')) return void domain.items.set(place, await change(String(domain.items.get(place))));
  const records = [...(domain.mirror.items.get('mirror') as string[])];
  const index = place === 'mirror-1' ? 0 : 1;
  records[index] = await change(records[index] ?? '');
  domain.mirror.items.set('mirror', records);
}

async function labelsBy(disk: Disk, passphrase: string): Promise<string> {
  const unlocked = await unlockVault(portsOf(disk), passphrase);
  return unlocked.ok ? unlocked.value.content.accounts.map(({ label }) => label).join() : unlocked.error.kind;
}

/** One domain as it was on some earlier day, with its own mark. */
function replay(disk: Disk, earlier: Disk, which: 'local' | 'mirror'): Disk {
  const copy = copyOf(disk);
  const [now, then] = which === 'local' ? [copy.domain, earlier.domain] : [copy.domain.mirror, earlier.domain.mirror];
  now.items.clear();
  for (const [key, value] of then.items) now.items.set(key, value);
  return copy;
}

describe('T9: one copy of four rewritten, with a fitting sum', () => {
  it.each(HEADER_CHANGES)('%s: refused, and the newest other one is used', async (_field, change) => {
    const { disk } = await filledVault();
    for (const place of PLACES) {
      const rewritten = copyOf(disk);
      await rewrite(rewritten, place, (record) => withHeader(record, change));
      expect(await labelsBy(rewritten, PASSPHRASE), place).toBe('first,second');
    }
  });

  it.each(['id', 'm', 't', 'p', 'salt', 'iv', 'wk', 'ver', 'kind'])('%s of its slot: the same', async (field) => {
    const { disk } = await filledVault();
    for (const place of PLACES) {
      const rewritten = copyOf(disk);
      await rewrite(rewritten, place, (record) => withHeader(record, (header) => changeSlot(header, field, 'device')));
      expect(await labelsBy(rewritten, PASSPHRASE), place).toBe('first,second');
    }
  });

  it('the header of every field in both copies of the newest generation: the one before', async () => {
    const { disk } = await filledVault();
    for (const [field, change] of HEADER_CHANGES) {
      const rewritten = copyOf(disk);
      // A record of a higher epoch is what a rekey leaves: the older ones in one domain alone do not count beside it.
      if (field === 'epoch') continue;
      for (const place of ['vb', 'mirror-1']) await rewrite(rewritten, place, (record) => withHeader(record, change));
      expect(await labelsBy(rewritten, PASSPHRASE), field).toBe('first');
    }
  });
});

describe('T15: one copy of four is another text', () => {
  it.each(PLACES)('%s: cut, doubled, exchanged or foreign, the newest other one is used', async (place) => {
    const { disk, vaultKey } = await filledVault();
    const foreign = (await filledVault()).disk.domain;
    const others = [disk.domain.items.get('va'), disk.domain.items.get('vb')].map(String);
    const texts = [
      ...['va', 'vb'].map((key) => String(foreign.items.get(key))),
      ...others,
      ...others.flatMap((text) => [text.slice(0, 1), text.slice(0, -1), text + text]),
      '',
    ];
    for (const text of texts) {
      const changed = copyOf(disk);
      await rewrite(changed, place, async () => text);
      expect(await labelsBy(changed, PASSPHRASE)).toBe('first,second');
      expect(await addAccount(changed.domain, vaultKey, 'third', 3)).toBe('ok');
      expect(await labelsBy(changed, PASSPHRASE)).toBe('first,second,third');
    }
  });

  it('the copies of both domains exchanged change nothing', async () => {
    const { disk } = await filledVault();
    const { items, mirror } = disk.domain;
    const [va, vb] = [items.get('va'), items.get('vb')];
    await disk.domain.set({ va: vb, vb: va });
    await mirror.set({ mirror: [va, vb] });
    expect(await labelsBy(disk, PASSPHRASE)).toBe('first,second');
  });
});

describe('T9: one domain set back to an earlier day, with its own mark', () => {
  it.each(['local', 'mirror'] as const)(
    'the %s one: the newest of the other is used and written there',
    async (which) => {
      const { disk: earlier, vaultKey } = await filledVault();
      const disk = copyOf(earlier);
      for (const place of [3, 4, 5]) await addAccount(disk.domain, vaultKey, `n${place}`, place);
      const replayed = replay(disk, earlier, which);
      expect(await labelsBy(replayed, PASSPHRASE)).toBe('first,second,n3,n4,n5');
      const committed = copyOf(replayed);
      expect(await addAccount(committed.domain, vaultKey, 'n6', 6)).toBe('ok');
      expect(await labelsIn(committed.domain, vaultKey)).toEqual(['first', 'second', 'n3', 'n4', 'n5', 'n6']);
      expect((await healVault(portsOf(replayed), vaultKey)).ok).toBe(true);
      expect(await labelsIn(replayed.domain, vaultKey)).toEqual(['first', 'second', 'n3', 'n4', 'n5']);
      expect(await healVault(portsOf(replayed), vaultKey)).toEqual({ ok: true, value: undefined });
    },
  );

  it.each(['local', 'mirror'] as const)(
    'to before a rekey, the %s one: what was written since stays',
    async (which) => {
      const { disk: earlier, vaultKey } = await filledVault();
      const disk = copyOf(earlier);
      const rekeyed = await rekeyUnderPassphrase(portsOf(disk), vaultKey, NEW_PASSPHRASE);
      if (!rekeyed.ok) throw new Error(rekeyed.error.kind);
      await addAccount(disk.domain, rekeyed.value.vaultKey, 'third', 3);
      const replayed = replay(disk, earlier, which);
      expect(await labelsBy(replayed, NEW_PASSPHRASE)).toBe('first,second,third');
      expect(await addAccount(copyOf(replayed).domain, vaultKey, 'late', 9)).toBe(
        which === 'local' ? 'superseded' : 'key-refused',
      );
      await healVault(portsOf(replayed), rekeyed.value.vaultKey);
      expect(await labelsBy(replayed, NEW_PASSPHRASE)).toBe('first,second,third');
      expect(await labelsBy(replayed, PASSPHRASE)).toBe('wrong-passphrase');
    },
  );

  it('to before a rekey, and opened by the old passphrase: told, and nothing is written over the newer state', async () => {
    const { disk: earlier, vaultKey } = await filledVault();
    const disk = copyOf(earlier);
    const rekeyed = await rekeyUnderPassphrase(portsOf(disk), vaultKey, NEW_PASSPHRASE);
    if (!rekeyed.ok) throw new Error(rekeyed.error.kind);
    await addAccount(disk.domain, rekeyed.value.vaultKey, 'third', 3);
    const replayed = replay(disk, earlier, 'local');
    const before = copyOf(replayed);
    expect(await labelsBy(replayed, PASSPHRASE)).toBe('first,second');
    expect(await healVault(portsOf(replayed), vaultKey)).toEqual({ ok: true, value: 'superseded' });
    expect(await rekeyUnderPassphrase(portsOf(replayed), vaultKey, PASSPHRASE)).toEqual({
      ok: false,
      error: { kind: 'superseded' },
    });
    expect([...replayed.domain.items]).toEqual([...before.domain.items]);
    expect([...replayed.domain.mirror.items]).toEqual([...before.domain.mirror.items]);
  });
});
