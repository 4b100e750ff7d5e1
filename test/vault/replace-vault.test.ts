/** T15, T19: a backup in the place of a vault that does not open. Nothing is taken away before the new one can be written. */
import { describe, expect, it } from 'vitest';
import { newContent } from '../../src/vault/content';
import { replaceVault } from '../../src/vault/create';
import { unlockVault } from '../../src/vault/unlock';
import { copyOf, type Disk, portsOf, withFault } from './disk';
import { atEveryCall, FAULTS } from './faulty';
import { accountNamed, MemoryDomain, NOW_MS, PASSPHRASE, portsOver } from './memory-domain';
import { filledVault } from './stage';

const OLD_KEY = `old-${NOW_MS}`;
const OTHER = 'the passphrase of the file';
const CONTENT = newContent([accountNamed('from the file', 7)]);

async function opens(disk: Disk, passphrase: string): Promise<boolean> {
  return (await unlockVault(portsOf(disk), passphrase)).ok;
}

describe('T19: a backup in the place of a vault', () => {
  it('opens by its own passphrase, and what stood there is set aside whole', async () => {
    const { disk } = await filledVault();
    const before = Object.fromEntries(disk.domain.items);
    expect(await replaceVault(portsOf(disk), OTHER, CONTENT)).toMatchObject({ ok: true, value: { content: CONTENT } });
    expect(JSON.parse(String(disk.domain.items.get(OLD_KEY)))).toMatchObject(before);
    expect([await opens(disk, OTHER), await opens(disk, PASSPHRASE)]).toEqual([true, false]);
  });

  it('leaves nothing aside where nothing stood', async () => {
    const domain = new MemoryDomain();
    expect(await replaceVault(portsOver(domain), OTHER, CONTENT)).toMatchObject({ ok: true });
    expect([...domain.items.keys()].sort()).toEqual(['hw', 'va', 'vb']);
  });

  it('that can not be made leaves all as it was', async () => {
    const { disk } = await filledVault();
    const before = copyOf(disk);
    const argon2id = () => Promise.reject(new RangeError('no memory'));
    const failed = await replaceVault({ ...portsOf(disk), argon2id }, OTHER, CONTENT);
    expect(failed).toEqual({ ok: false, error: { kind: 'kdf-failed' } });
    expect(await replaceVault(portsOf(disk), 'short', CONTENT)).toMatchObject({ ok: false });
    expect([...disk.domain.items]).toEqual([...before.domain.items]);
    expect([...disk.domain.mirror.items]).toEqual([...before.domain.mirror.items]);
  });

  it.each(FAULTS)(
    'T15: with a storage that %s at any call one of the two opens, and the old one is kept',
    async (kind) => {
      const { disk } = await filledVault();
      await atEveryCall(kind, async (fault) => {
        const faulty = withFault(disk, fault);
        const replaced = await replaceVault(portsOf(faulty), OTHER, CONTENT);
        const left = copyOf(faulty);
        if (replaced.ok) expect(await opens(left, OTHER), `call ${fault.at}`).toBe(true);
        const kept = left.domain.items.get(OLD_KEY);
        const isKept = typeof kept === 'string' && JSON.parse(kept).va === disk.domain.items.get('va');
        const isOld = await opens(left, PASSPHRASE);
        expect(isOld || (isKept && (await opens(left, OTHER))), `call ${fault.at}: ${JSON.stringify(replaced)}`).toBe(
          true,
        );
      });
    },
  );
});
