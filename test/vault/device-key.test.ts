import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../src/vault/base64';
import { dropUnneededDeviceKey } from '../../src/vault/device-key';
import { BrokenCell, GoneDomain } from './faulty';
import { MemoryCell, MemoryDomain, portsOver } from './memory-domain';
import { deviceVault, twoGenerations } from './stage';

const OTHER_KEY = encodeBase64(new Uint8Array(32).fill(7));

describe('dropping a device key', () => {
  it('that no copy needs removes it from every cell that can be written', async () => {
    const { domain } = await twoGenerations();
    for (const present of [['va', 'vb', 'hw'], ['vb', 'hw'], ['va']]) {
      const some = domain.copy();
      for (const key of ['va', 'vb', 'hw']) if (!present.includes(key)) some.items.delete(key);
      const cells = [new BrokenCell(OTHER_KEY, 'remove'), new MemoryCell(OTHER_KEY)];
      await dropUnneededDeviceKey(portsOver(some, cells));
      expect(cells.map(({ stored }) => stored)).toEqual([OTHER_KEY, undefined]);
    }
  });

  it('does nothing while a copy may need it', async () => {
    const own = await deviceVault();
    const passphrase = await twoGenerations();
    const vaults = new Map<string, MemoryDomain>([
      ['no vault', new MemoryDomain()],
      ['a vault of this device', own.domain],
    ]);
    const set = (name: string, key: string, value: unknown) => {
      const domain = passphrase.domain.copy();
      domain.items.set(key, value);
      vaults.set(name, domain);
    };
    set('a damaged copy', 'va', 'damaged');
    set('a copy of another vault of this device', 'va', own.domain.items.get('va'));
    for (const [name, domain] of vaults) {
      const cell = new MemoryCell(OTHER_KEY);
      await dropUnneededDeviceKey(portsOver(domain, [cell]));
      expect(cell.stored, name).toBe(OTHER_KEY);
    }
  });

  it('never rejects', async () => {
    const cell = new MemoryCell(OTHER_KEY);
    await dropUnneededDeviceKey(portsOver(new GoneDomain(), [cell]));
    const exclusive = () => Promise.reject(new Error('no lock'));
    await dropUnneededDeviceKey({ ...portsOver(new MemoryDomain(), [cell]), exclusive });
    expect(cell.stored).toBe(OTHER_KEY);
  });
});
