/** Content of older versions. No step exists yet, so the chain is proven with planted ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadArgon2id } from '../../src/vault/argon2id-wasm';
import { openBackup } from '../../src/vault/backup';
import { decodeBase64 } from '../../src/vault/base64';
import { utf8 } from '../../src/vault/bytes';
import { CONTENT_VERSION, decodeContent, encodeContent, migratedFrom, newContent } from '../../src/vault/content';
import { isDeviceSlot } from '../../src/vault/header';
import type { JsonObject } from '../../src/vault/json';
import { MIGRATIONS, type Migration, migrateContent } from '../../src/vault/migrations';
import { addAccount } from '../../src/vault/operations';
import { openRecord, readRecord } from '../../src/vault/record';
import { unwrapWithDeviceKey } from '../../src/vault/slots';
import { accountNamed } from './memory-domain';

const planted = (from: number, content = from + 1): Migration => ({
  from,
  migrate: (body) => ({ ...body, content, ['path']: `${body['path'] ?? ''}${from}` }),
});
const CHAIN = [planted(1), planted(2), planted(3)];
const bodyOf = (content: unknown): JsonObject => ({ ...newContent([accountNamed('a', 1)]), n: 1, content });
const bytesOf = (content: unknown) => utf8(JSON.stringify(bodyOf(content)));

describe('a chain of steps', () => {
  it.each([
    [1, '123'],
    [2, '23'],
    [3, '3'],
  ])('brings version %i to the last one, in order', (content, path) => {
    expect(migrateContent(bodyOf(content), CHAIN)).toEqual({ ok: true, value: { ...bodyOf(4), path } });
  });

  it('leaves what is there already or newer as it is', () => {
    for (const content of [4, 5, 900]) {
      const raw = bodyOf(content);
      const migrated = migrateContent(raw, CHAIN);
      expect(migrated.ok && migrated.value).toBe(raw);
    }
  });

  it('changes nothing of what it is given', () => {
    const raw = Object.freeze(bodyOf(1));
    expect(migrateContent(raw, CHAIN).ok).toBe(true);
    expect(raw).toEqual(bodyOf(1));
  });

  it.each([
    ['a gap', 1, [planted(1), planted(3)]],
    ['a body older than the first step', 1, [planted(2), planted(3)]],
    ['a step that stays', 1, [planted(1, 1), planted(2)]],
    ['a step that leaps', 1, [planted(1, 3), planted(3)]],
    ['a step that goes back', 2, [planted(1), planted(2, 1)]],
    ['no version', undefined, CHAIN.slice(0, 0)],
    ['version 0', 0, CHAIN],
    ['a negative version', -1e300, CHAIN],
    ['half a version', 1.5, CHAIN],
  ])('refuses %s', (_, content, steps) => {
    expect(decodeContent(bytesOf(content), steps)).toEqual({ ok: false, error: { kind: 'damaged' } });
  });
});

describe('content that was migrated', () => {
  it('tells so, whatever is done to it, and is stored without', () => {
    const read = decodeContent(bytesOf(2), CHAIN);
    if (!read.ok) throw new Error(read.error.kind);
    const content = addAccount(read.value, accountNamed('b', 2));
    expect([read.value, content].map(migratedFrom)).toEqual([2, 2]);
    const again = decodeContent(encodeContent(content), CHAIN);
    expect(again.ok && again.value).toMatchObject({ content: 4, accounts: [{ label: 'a' }, { label: 'b' }] });
    expect(again.ok && migratedFrom(again.value)).toBeUndefined();
  });

  it('is not what is at its version', () => {
    const read = decodeContent(bytesOf(CONTENT_VERSION));
    expect(read.ok && migratedFrom(read.value)).toBeUndefined();
  });
});

describe('every version there ever was', () => {
  const versions = Array.from({ length: CONTENT_VERSION }, (_, before) => before + 1);

  it('has its step, but for the last one', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(versions.slice(0, -1));
    expect(Object.isFrozen(MIGRATIONS)).toBe(true);
  });

  it.each(versions)('has sealed vaults of version %i among the fixtures, and all of them open', async (version) => {
    const folder = new URL('../fixtures/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith(`-content-${version}.json`));
    expect(files).toContain(`vault-content-${version}.json`);
    expect(files).toContain(`backup-content-${version}.json`);
    for (const file of files) {
      const fixture = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture;
      expect(await accountsIn(fixture)).toEqual(fixture.content?.accounts ?? fixture.accounts);
    }
  });
});

interface Fixture {
  readonly accounts?: readonly unknown[];
  /** All of it, where it is more than its accounts. */
  readonly content?: { readonly accounts: readonly unknown[] };
  readonly passphrase?: string;
  readonly deviceKey?: string;
  /** A backup. */
  readonly text?: string;
  /** A vault; the newer copy is `vb`. */
  readonly copies?: { readonly vb: string };
}

async function accountsIn({ passphrase = '', deviceKey, text, copies }: Fixture): Promise<unknown> {
  if (deviceKey === undefined) {
    const opened = await openBackup(await loadArgon2id(), text ?? JSON.stringify(copies), passphrase);
    return opened.ok ? opened.value.content.accounts : opened.error.kind;
  }
  const [record, key] = [await readRecord(copies?.vb), decodeBase64(deviceKey)];
  const slot = record.ok ? record.value.header.slots.find(isDeviceSlot) : undefined;
  if (!record.ok || !key.ok || slot === undefined) return 'no record of a device';
  const vaultKey = await unwrapWithDeviceKey(key.value, slot, record.value.header);
  const opened = vaultKey.ok ? await openRecord(vaultKey.value, record.value) : vaultKey;
  return opened.ok ? opened.value.accounts : opened.error.kind;
}
