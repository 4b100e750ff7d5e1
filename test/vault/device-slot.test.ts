/** T9 for a vault of this device: no field of a record that it opens can be changed. */
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../src/vault/base64';
import { unlockOnDevice, unlockVault } from '../../src/vault/unlock';
import { PASSPHRASE, portsOver } from './memory-domain';
import { changeSlot, deviceVaultLocally, HEADER_CHANGES, withHeader } from './stage';

const MISSING = { ok: false, error: { kind: 'device-key-missing' } };

describe('T9: the profile rewritten, on a vault of this device', () => {
  it.each(HEADER_CHANGES)('%s changed is refused, and the older record still opens', async (_field, change) => {
    const { domain, cells } = await deviceVaultLocally();
    domain.items.set('vb', await withHeader(String(domain.items.get('vb')), change));
    expect(await unlockOnDevice(portsOver(domain, cells))).toMatchObject({ ok: true, value: { generation: 1 } });
  });

  it.each(['id', 'kind', 'iv', 'wk', 'more'])('%s of the slot changed in both copies never unlocks', async (field) => {
    const { domain, cells } = await deviceVaultLocally();
    for (const key of ['va', 'vb']) {
      const change = (header: Record<string, unknown>) => {
        if (field === 'more') Object.assign((header['slots'] as object[])[0] ?? {}, { more: 1 });
        else changeSlot(header, field, 'prf');
      };
      domain.items.set(key, await withHeader(String(domain.items.get(key)), change));
    }
    expect(await unlockOnDevice(portsOver(domain, cells))).toEqual(MISSING);
    expect((await unlockVault(portsOver(domain, cells), PASSPHRASE)).ok).toBe(false);
  });

  it.each([
    ['iv', encodeBase64(new Uint8Array(11))],
    ['wk', encodeBase64(new Uint8Array(47))],
    ['wk', 'AB=='],
    ['id', 'no uuid'],
    ['more', { deep: 1 }],
  ])('a slot whose %s is %j is damage', async (field, value) => {
    const { domain, cells } = await deviceVaultLocally();
    const change = (header: Record<string, unknown>) =>
      void Object.assign((header['slots'] as object[])[0] ?? {}, { [field]: value });
    for (const key of ['va', 'vb']) {
      domain.items.set(key, await withHeader(String(domain.items.get(key)), change));
    }
    expect(await unlockOnDevice(portsOver(domain, cells))).toEqual({ ok: false, error: { kind: 'damaged' } });
  });

  it('a slot of another vault is refused, even by the key that made it', async () => {
    const { domain, cells } = await deviceVaultLocally();
    const other = await deviceVaultLocally();
    const [foreign] = JSON.parse(JSON.parse(String(other.domain.items.get('va'))).h).slots;
    for (const key of ['va', 'vb']) {
      const change = (header: Record<string, unknown>) => void Object.assign(header, { slots: [foreign] });
      domain.items.set(key, await withHeader(String(domain.items.get(key)), change));
    }
    expect(await unlockOnDevice(portsOver(domain, other.cells))).toEqual(MISSING);
    expect(await unlockOnDevice(portsOver(domain, cells))).toEqual(MISSING);
  });
});
