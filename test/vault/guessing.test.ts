/** T8: guessing the passphrase offline costs Argon2id at today's cost for every guess; nothing stored is a shorter way. */
import { argon2id as reference } from '@noble/hashes/argon2.js';
import { describe, expect, it } from 'vitest';
import { loadArgon2id } from '../../src/vault/argon2id-wasm';
import { commitVault } from '../../src/vault/change';
import { ARGON2ID_KNOWN_ANSWER, isWeakerThanToday, TODAYS_COST } from '../../src/vault/kdf';
import { passphraseBytes } from '../../src/vault/passphrase';
import { raiseCost, rekeyUnderPassphrase, rewrapUnderPassphrase } from '../../src/vault/rekey';
import { startOver } from '../../src/vault/set-aside';
import { unlockVault } from '../../src/vault/unlock';
import { copyOf, type Disk, portsOf } from './disk';
import { cheapArgon2id, NOW_MS, PASSPHRASE } from './memory-domain';
import { addAccount, DAY_MS, filledVault, withSnapshotsOfDays, withWeakSlot } from './stage';

const NEW_PASSPHRASE = 'another good passphrase';
type Fields = Readonly<Record<string, unknown>>;

/** Every record that stands anywhere, and every text that is none. */
function storedIn({ domain }: Disk): { readonly records: readonly Fields[]; readonly others: [string, Fields][] } {
  const values = [...domain.items, ...domain.mirror.items].flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [key, JSON.parse(String(one))] as [string, Fields]),
  );
  const isRecord = (fields: Fields) => 'ct' in fields;
  return {
    records: values.map(([, fields]) => fields).filter(isRecord),
    others: values.filter(([, fields]) => !isRecord(fields)),
  };
}

function slotsIn(disk: Disk): readonly Fields[] {
  return storedIn(disk).records.flatMap(({ h }) => JSON.parse(String(h)).slots as Fields[]);
}

/** A vault after everything that writes slots. */
async function usedVault(): Promise<Disk> {
  const { disk, vaultKey } = await filledVault({ kind: 'device' });
  await withSnapshotsOfDays(disk, vaultKey);
  const protectedOnce = await rewrapUnderPassphrase(portsOf(disk), vaultKey, PASSPHRASE);
  const rekeyed = await rekeyUnderPassphrase(portsOf(disk), vaultKey, NEW_PASSPHRASE);
  if (!protectedOnce.ok || !rekeyed.ok) throw new Error('The passphrase does not change.');
  await addAccount(disk.domain, rekeyed.value.vaultKey, 'third', 3);
  const next = portsOf(disk, NOW_MS + 9 * DAY_MS);
  await commitVault(next, rekeyed.value.vaultKey, (content) => ({ ...content, accounts: content.accounts.slice(1) }));
  return disk;
}

describe('T8: Argon2id', () => {
  it('gives the answer of RFC 9106, by our module and by the one it is held against', async () => {
    const { password, salt, secret, ad, parallelism, passes, memorySize, tagLength, tag } = ARGON2ID_KNOWN_ANSWER;
    const options = { m: memorySize, t: passes, p: parallelism, dkLen: tagLength, key: secret, personalization: ad };
    expect(Buffer.from(reference(password, salt, options)).toString('hex')).toBe(tag);
    // Computes the same question first, and rejects at any other answer.
    expect((await loadArgon2id()).argon2id).toBeTypeOf('function');
  });
});

describe('T8: what a guess costs', () => {
  it('is never below the floor in any slot that is written', async () => {
    const disk = await usedVault();
    const slots = slotsIn(disk);
    expect(slots.length).toBeGreaterThan(8);
    for (const { kind, m, t, p } of slots) {
      expect(kind).toBe('argon2id');
      expect(Number(m)).toBeGreaterThanOrEqual(TODAYS_COST.memoryKib);
      expect(Number(m) * Number(t)).toBeGreaterThanOrEqual(TODAYS_COST.memoryKib * TODAYS_COST.passes);
      expect(p).toBe(1);
      expect(isWeakerThanToday({ memoryKib: Number(m), passes: Number(t), lanes: Number(p) })).toBe(false);
    }
  });

  it.each([
    [{ memoryKib: 65_536, passes: 3 }, false],
    [{ memoryKib: 65_535, passes: 3 }, true],
    [{ memoryKib: 65_535, passes: 16 }, true],
    [{ memoryKib: 32_768, passes: 6 }, true],
    [{ memoryKib: 65_536, passes: 2 }, true],
    [{ memoryKib: 131_072, passes: 1 }, true],
    [{ memoryKib: 131_072, passes: 2 }, false],
    [{ memoryKib: 1_048_576, passes: 1 }, false],
  ])('is below the floor with less memory, whatever the passes, and with less work: %j is %s', (cost, isWeaker) => {
    expect(isWeakerThanToday({ ...cost, lanes: 1 })).toBe(isWeaker);
  });

  it('is asked of the derivation itself, whoever made the slot', async () => {
    const asked: unknown[] = [];
    const argon2id: typeof cheapArgon2id = async (passphrase, cost) => {
      asked.push([cost.memoryKib, cost.passes, cost.lanes]);
      return await cheapArgon2id(passphrase, cost);
    };
    const { disk } = await filledVault();
    await unlockVault({ ...portsOf(disk), argon2id }, PASSPHRASE);
    await unlockVault({ ...portsOf(disk), argon2id }, 'a wrong passphrase');
    expect(asked).toEqual([
      [65_536, 3, 1],
      [65_536, 3, 1],
    ]);
  });

  it('has no shorter way: nothing that is stored was made of the passphrase but the wrapped key', async () => {
    const disk = await usedVault();
    const stored = JSON.stringify([...disk.domain.items, ...disk.domain.mirror.items]);
    const { records, others } = storedIn(disk);
    for (const record of records) {
      expect(Object.keys(record)).toEqual(['h', 'iv', 'ct', 'sum']);
      const header = JSON.parse(String(record['h']));
      expect(Object.keys(header)).toEqual(['v', 'vault', 'epoch', 'gen', 'ts', 'bs', 'cipher', 'slots']);
      for (const slot of header.slots)
        expect(Object.keys(slot)).toEqual(['id', 'kind', 'ver', 'm', 't', 'p', 'salt', 'iv', 'wk']);
    }
    expect(others.map(([key, fields]) => [key, Object.keys(fields)])).toEqual([
      ['hw', ['vault', 'epoch', 'gen']],
      ['hw', ['vault', 'epoch', 'gen']],
    ]);
    expect([...disk.domain.mirror.items.keys()].sort()).toEqual(['hw', 'mirror']);
    expect(disk.cells.map((cell) => cell.stored)).toEqual([undefined, undefined]);
    for (const passphrase of [PASSPHRASE, NEW_PASSPHRASE]) {
      for (const text of await derivedTexts(passphrase, slotsIn(disk))) expect(stored).not.toContain(text);
    }
  });

  it('and neither has what was set aside', async () => {
    const disk = await usedVault();
    const before = storedIn(disk).records;
    await startOver(portsOf(disk));
    const [[key, text]] = [...disk.domain.items] as [[string, string]];
    expect(key).toMatch(/^old-\d+$/);
    const { halfminute, mirror, hw, ...records } = JSON.parse(text) as Record<string, string> & { mirror: string[] };
    const kept = [...Object.values(records), ...mirror].map((record) => JSON.parse(record));
    expect(kept).toEqual(expect.arrayContaining([...before]));
    expect(kept).toHaveLength(before.length);
    expect(Object.keys(JSON.parse(String(hw)))).toEqual(['vault', 'epoch', 'gen']);
  });
});

/** What a careless program keeps of a passphrase. */
async function derivedTexts(passphrase: string, slots: readonly Fields[]): Promise<readonly string[]> {
  const bytes = passphraseBytes(passphrase);
  const made: Uint8Array[] = [bytes];
  for (const name of ['SHA-1', 'SHA-256', 'SHA-512'])
    made.push(new Uint8Array(await crypto.subtle.digest(name, bytes)));
  for (const { salt } of slots) {
    const saltBytes = Uint8Array.from(Buffer.from(String(salt), 'base64'));
    made.push(await cheapArgon2id(bytes, { memoryKib: 8, passes: 1, lanes: 1, salt: saltBytes }));
  }
  const texts = made.flatMap((one) => {
    const buffer = Buffer.from(one);
    return [buffer.toString('hex'), buffer.toString('base64').replace(/=+$/, ''), buffer.toString('latin1')];
  });
  return texts.flatMap((text) => [text, text.slice(0, 12)]);
}

describe('T8: a slot that was made at less than today', () => {
  it('opens, and is raised in every copy and under the same passphrase', async () => {
    const { disk, vaultKey } = await filledVault();
    await withWeakSlot(disk, vaultKey);
    expect(slotsIn(disk).some(({ m }) => m === 32_768)).toBe(true);
    expect((await unlockVault(portsOf(disk), PASSPHRASE)).ok).toBe(true);
    const raised = await raiseCost(portsOf(disk), vaultKey, PASSPHRASE);
    expect(raised).toMatchObject({ ok: true, value: { epoch: 1, vaultKey } });
    expect(slotsIn(disk).map(({ m }) => m)).toEqual([65_536, 65_536, 65_536]);
    expect((await unlockVault(portsOf(disk), PASSPHRASE)).ok).toBe(true);
    expect(await raiseCost(portsOf(disk), vaultKey, PASSPHRASE)).toEqual({ ok: true, value: undefined });
  });

  it('is left alone where another passphrase was set meanwhile', async () => {
    const { disk, vaultKey } = await filledVault();
    await withWeakSlot(disk, vaultKey);
    const before = copyOf(disk);
    const other = await raiseCost(portsOf(disk), vaultKey, 'set in another window');
    expect(other).toEqual({ ok: true, value: undefined });
    expect([...disk.domain.items]).toEqual([...before.domain.items]);
    await rewrapUnderPassphrase(portsOf(disk), vaultKey, NEW_PASSPHRASE);
    expect(await raiseCost(portsOf(disk), vaultKey, PASSPHRASE)).toEqual({ ok: true, value: undefined });
    const unlocked = await unlockVault(portsOf(disk), PASSPHRASE);
    expect(unlocked).toEqual({ ok: false, error: { kind: 'wrong-passphrase' } });
  });
});
