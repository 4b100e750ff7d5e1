import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../src/vault/base64';
import { commitVault } from '../../src/vault/change';
import { newContent, type VaultContent } from '../../src/vault/content';
import { createVault } from '../../src/vault/create';
import { readRecord, sealRecord } from '../../src/vault/record';
import { unlockVault } from '../../src/vault/unlock';
import { findVault, openVault } from '../../src/vault/vault';
import { accountNamed, MemoryDomain, NOW_MS, PASSPHRASE, portsOver, withPassphrase } from './memory-domain';
import { addAccount, labelsIn, twoGenerations } from './stage';

describe('making a vault', () => {
  it('leaves one record and the mark, and unlocks with its passphrase alone', async () => {
    const domain = new MemoryDomain();
    expect(await findVault(domain)).toEqual({ ok: true, value: 'absent' });
    const created = await createVault(portsOver(domain), {
      credential: withPassphrase(),
      accounts: [accountNamed('a')],
    });
    expect(created).toMatchObject({ ok: true, value: { epoch: 1, generation: 1, isReadOnly: false } });
    expect([...domain.items.keys()].sort()).toEqual(['hw', 'va', 'vb']);
    expect(await findVault(domain)).toEqual({ ok: true, value: 'passphrase' });
    expect(await unlockVault(portsOver(domain), PASSPHRASE)).toMatchObject({ ok: true, value: { generation: 1 } });
    expect(await unlockVault(portsOver(domain), 'wrong horse')).toEqual({
      ok: false,
      error: { kind: 'wrong-passphrase' },
    });
  });

  it('refuses where there is any trace of a vault', async () => {
    for (const key of ['va', 'vb', 'hw']) {
      const domain = new MemoryDomain();
      domain.items.set(key, 'trace');
      const created = await createVault(portsOver(domain), { credential: withPassphrase(), accounts: [] });
      expect(created).toEqual({ ok: false, error: { kind: 'vault-exists' } });
      expect([...domain.items.entries()]).toEqual([[key, 'trace']]);
    }
  });

  it('takes the same passphrase in any Unicode form', async () => {
    const domain = new MemoryDomain();
    await createVault(portsOver(domain), { credential: withPassphrase('Stra\u00dfe caf\u00e9 \ufb01n'), accounts: [] });
    expect((await unlockVault(portsOver(domain), 'Stra\u00dfe cafe\u0301 fin')).ok).toBe(true);
  });

  it('says that the passphrase could not be checked where Argon2id fails', async () => {
    const { domain } = await twoGenerations();
    const ports = { ...portsOver(domain), argon2id: () => Promise.reject(new RangeError('no memory')) };
    expect(await unlockVault(ports, PASSPHRASE)).toEqual({ ok: false, error: { kind: 'kdf-failed' } });
    const empty = { ...ports, local: new MemoryDomain(), mirror: new MemoryDomain() };
    const created = await createVault(empty, { credential: withPassphrase(), accounts: [] });
    expect(created).toEqual({ ok: false, error: { kind: 'kdf-failed' } });
    expect(empty.local.items.size).toBe(0);
  });
});

describe('passphrases too short to have made a vault', () => {
  it.each(['', '\u0001', 'abc'])('%j makes none and opens none', async (passphrase) => {
    const { domain } = await twoGenerations();
    expect(await unlockVault(portsOver(domain), passphrase)).toEqual({
      ok: false,
      error: { kind: 'wrong-passphrase' },
    });
    const empty = new MemoryDomain();
    const created = await createVault(portsOver(empty), { credential: withPassphrase(passphrase), accounts: [] });
    expect(created).toEqual({ ok: false, error: { kind: 'passphrase-too-short' } });
    expect(empty.items.size).toBe(0);
  });
});

describe('committing', () => {
  it('writes the older copy and keeps the newest valid one', async () => {
    const { domain, vaultKey } = await twoGenerations();
    const before = { va: domain.items.get('va'), vb: domain.items.get('vb') };
    expect(await addAccount(domain, vaultKey, 'third', 3)).toBe('ok');
    expect(domain.items.get('vb')).toBe(before.vb);
    expect(domain.items.get('va')).not.toBe(before.va);
    expect(JSON.parse(String(domain.items.get('hw')))).toMatchObject({ epoch: 1, gen: 3 });
    expect(await labelsIn(domain, vaultKey)).toEqual(['first', 'second', 'third']);
  });

  it('loses no update between two windows', async () => {
    const { domain, vaultKey } = await twoGenerations();
    const ports = portsOver(domain);
    const add = (place: number) =>
      commitVault(ports, vaultKey, (content) => ({
        ...content,
        accounts: [...content.accounts, accountNamed(`n${place}`, place)],
      }));
    const all = await Promise.all(Array.from({ length: 40 }, (_, place) => add(place + 10)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect((await labelsIn(domain, vaultKey)).length).toBe(42);
  });

  it('seals every generation with a fresh salt and iv', async () => {
    const { domain, vaultKey } = await twoGenerations();
    const seen = new Set<string>();
    for (let place = 3; place < 13; place += 1) {
      await addAccount(domain, vaultKey, `n${place}`, place);
      for (const key of ['va', 'vb']) {
        const record = await readRecord(domain.items.get(key));
        if (record.ok) seen.add(record.value.header.bs).add(encodeBase64(record.value.iv));
      }
    }
    expect(seen.size).toBe(2 * 12 - 2);
  });

  it('keeps what it does not know', async () => {
    const { domain, vaultKey } = await twoGenerations();
    const odd = { ...accountNamed('odd', 9), colour: 'green', nested: { list: [1] } };
    await commitVault(
      portsOver(domain),
      vaultKey,
      (content) => ({ ...content, accounts: [odd], later: { a: 1 } }) as VaultContent,
    );
    await addAccount(domain, vaultKey, 'more', 10);
    const opened = await openVault(domain, vaultKey);
    expect(opened).toMatchObject({
      ok: true,
      value: { content: { later: { a: 1 }, accounts: [odd, { label: 'more' }] } },
    });
  });

  it('keeps header fields and slot kinds it does not know', async () => {
    const { domain, vaultKey } = await twoGenerations();
    const current = await readRecord(domain.items.get('vb'));
    if (!current.ok) throw new Error(current.error.kind);
    const { v, bs, cipher, ...header } = current.value.header;
    const later = { id: '00000000-0000-4000-8000-000000000009', kind: 'later', x: { y: 1 } };
    const described = { ...header, gen: 3, slots: [...header.slots, later], hint: 'kept' };
    domain.items.set('va', await sealRecord(vaultKey, described, newContent([accountNamed('first')])));
    expect(await addAccount(domain, vaultKey, 'more', 3)).toBe('ok');
    const written = await readRecord(domain.items.get('vb'));
    expect(written).toMatchObject({
      ok: true,
      value: { header: { gen: 4, hint: 'kept', slots: [{ kind: 'argon2id' }, later] } },
    });
    expect((await unlockVault(portsOver(domain), PASSPHRASE)).ok).toBe(true);
  });

  it('moves a record of another vault aside instead of writing over it', async () => {
    const { domain, vaultKey } = await twoGenerations();
    const other = await twoGenerations();
    const foreign = other.domain.items.get('va');
    domain.items.set('va', foreign);
    expect(await addAccount(domain, vaultKey, 'third', 3)).toBe('ok');
    expect(domain.items.get(`old-${NOW_MS}`)).toBe(foreign);
    expect(await labelsIn(domain, vaultKey)).toEqual(['first', 'second', 'third']);
  });

  it('by an outdated key writes nothing', async () => {
    const { domain, vaultKey } = await twoGenerations();
    const current = await readRecord(domain.items.get('vb'));
    if (!current.ok) throw new Error(current.error.kind);
    const newKey = crypto.getRandomValues(new Uint8Array(32));
    const { vault, ts, slots } = current.value.header;
    domain.items.set(
      'va',
      await sealRecord(
        newKey,
        { vault, ts, slots, epoch: 2, gen: 3 },
        { content: 1, accounts: [], trash: [], groups: [], settings: {} },
      ),
    );
    const before = domain.copy();
    expect(await addAccount(domain, vaultKey, 'third', 3)).toBe('superseded');
    expect([...domain.items]).toEqual([...before.items]);
  });
});

describe('a future Halfminute', () => {
  it('content: is shown and not changed', async () => {
    const { domain, vaultKey } = await twoGenerations();
    const current = await readRecord(domain.items.get('vb'));
    if (!current.ok) throw new Error(current.error.kind);
    const { vault, epoch, ts, slots } = current.value.header;
    const content = { content: 2, accounts: [accountNamed('future')], trash: [], groups: [], settings: {} };
    domain.items.set('va', await sealRecord(vaultKey, { vault, epoch, ts, slots, gen: 9 }, content));
    expect(await openVault(domain, vaultKey)).toMatchObject({
      ok: true,
      value: { isReadOnly: true, content: { accounts: [{ label: 'future' }] } },
    });
    expect(await addAccount(domain, vaultKey, 'x', 4)).toBe('read-only');
  });

  it('envelope: nothing is opened or written', async () => {
    const { domain, vaultKey } = await twoGenerations();
    const h = JSON.stringify({ v: 2, new: 'shape' });
    const bytes = new TextEncoder().encode(h);
    const whole = new Uint8Array([...bytes, 0, ...new Uint8Array(12), 7]);
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
    domain.items.set(
      'va',
      JSON.stringify({
        h,
        iv: encodeBase64(new Uint8Array(12)),
        ct: encodeBase64(new Uint8Array([7])),
        sum: encodeBase64(sum),
        extra: 1,
      }),
    );
    const before = domain.copy();
    expect(await findVault(domain)).toEqual({ ok: false, error: { kind: 'newer' } });
    expect(await unlockVault(portsOver(domain), PASSPHRASE)).toEqual({ ok: false, error: { kind: 'newer' } });
    expect(await labelsIn(domain, vaultKey)).toBe('newer');
    expect(await addAccount(domain, vaultKey, 'x', 4)).toBe('newer');
    expect([...domain.items]).toEqual([...before.items]);
  });
});
