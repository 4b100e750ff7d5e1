/** The one write of the vault: what it takes for done, and how it tells a full disk from a broken one. */
import { describe, expect, it } from 'vitest';
import { randomBytes } from '../../src/vault/bytes';
import { trySet, writeRecord } from '../../src/vault/commit';
import { newContent } from '../../src/vault/content';
import { sealRecord } from '../../src/vault/record';
import { accountNamed, MemoryDomain } from './memory-domain';

describe('a record that was written and is there', () => {
  const place = { vault: '00000000-0000-4000-8000-000000000000', epoch: 1, gen: 1 };
  const device = { id: '00000000-0000-4000-8000-000000000001', kind: 'later' };
  const seal = (key: Uint8Array<ArrayBuffer>, label: string) =>
    sealRecord(key, { ...place, ts: 1, slots: [device] }, newContent([accountNamed(label)]));
  const vaultKey = randomBytes(32);
  const writing = (sealed: string, domains = new MemoryDomain()) => {
    const record = { sealed, mark: place, vaultKey, content: newContent([accountNamed('meant')]) };
    return writeRecord(domains, { record, keys: ['va'] });
  };

  it('counts where it opens to what was meant', async () => {
    expect(await writing(await seal(vaultKey, 'meant'))).toEqual({ ok: true, value: { isMirrored: true } });
  });

  it.each([
    ['it is sealed by another key', () => seal(randomBytes(32), 'meant')],
    ['it holds something else', () => seal(vaultKey, 'another')],
    ['it is no record', async () => '{}'],
  ])('does not count where %s, and is not mirrored', async (_, sealing) => {
    const domains = new MemoryDomain();
    const sealed = await sealing();
    expect(await writing(sealed, domains)).toEqual({ ok: false, error: { kind: 'read-back-failed' } });
    expect(domains.items.get('va')).toBe(sealed);
    expect([...domains.mirror.items]).toEqual([]);
  });
});

describe('a write that throws', () => {
  const failing = (error: unknown) =>
    Object.assign(new MemoryDomain(), {
      set: async () => {
        throw error;
      },
    });

  it.each([
    new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
    new Error('Resource::kQuotaBytes quota exceeded'),
    new Error('IO error: /profile/000003.log: No space left on device'),
    new Error('FILE_ERROR_NO_SPACE'),
    new Error('ENOSPC: no space left on device, write'),
    new Error('database or disk is full'),
    new Error('NS_ERROR_FILE_NO_DEVICE_SPACE: the Disk is FULL'),
  ])('says that the disk is full: %s', async (error) => {
    expect(await trySet(failing(error), {})).toEqual({ ok: false, error: { kind: 'storage-full' } });
  });

  it.each([new Error('the disk failed'), new Error('Access is denied.'), undefined])(
    'says that storage failed: %s',
    async (error) => {
      expect(await trySet(failing(error), {})).toEqual({ ok: false, error: { kind: 'storage-failed' } });
    },
  );
});
