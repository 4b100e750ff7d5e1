/** T15: two windows of one browser share what is stored and one lock. */
import { expect, it } from 'vitest';
import { commitVault } from '../../src/vault/change';
import { openVault } from '../../src/vault/vault';
import { localAlone, mirrorAlone, portsOf } from './disk';
import { accountNamed } from './memory-domain';
import { filledVault } from './stage';

it('T15: two windows that commit 100 accounts each lose none of 200', async () => {
  const { disk, vaultKey } = await filledVault();
  const { exclusive } = portsOf(disk);
  const openWindow = async (first: number) => {
    const ports = { ...portsOf(disk), exclusive };
    for (let place = first; place < first + 100; place += 1) {
      const account = accountNamed(`n${place}`, place);
      const committed = await commitVault(ports, vaultKey, (content) => ({
        ...content,
        accounts: [...content.accounts, account],
      }));
      expect(committed).toMatchObject({ ok: true, value: { isMirrored: true } });
    }
  };
  await Promise.all([openWindow(1_000), openWindow(2_000)]);
  for (const { domain } of [disk, localAlone(disk), mirrorAlone(disk)]) {
    const opened = await openVault(domain, vaultKey);
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(opened.value.generation).toBe(202);
    expect(new Set(opened.value.content.accounts.map(({ id }) => id)).size).toBe(202);
  }
});
