/** A vault with two generations in storage, as every test of damage starts from. */
import type { Bytes } from '../../src/vault/bytes';
import { createVault } from '../../src/vault/create';
import { commitVault, openVault } from '../../src/vault/vault';
import { accountNamed, MemoryDomain, portsOver, withPassphrase } from './memory-domain';

export interface TwoGenerations {
  readonly domain: MemoryDomain;
  readonly vaultKey: Bytes;
}

/** `va` holds generation 1 with the account "first", `vb` generation 2 with "first" and "second". */
export async function twoGenerations(): Promise<TwoGenerations> {
  const domain = new MemoryDomain();
  const created = await createVault(portsOver(domain), {
    credential: withPassphrase(),
    accounts: [accountNamed('first', 1)],
  });
  if (!created.ok) throw new Error(created.error.kind);
  const { vaultKey } = created.value;
  const committed = await addAccount(domain, vaultKey, 'second', 2);
  if (committed !== 'ok') throw new Error(committed);
  return { domain, vaultKey };
}

export async function addAccount(domain: MemoryDomain, vaultKey: Bytes, label: string, place: number): Promise<string> {
  const committed = await commitVault(portsOver(domain), vaultKey, (content) => ({
    ...content,
    accounts: [...content.accounts, accountNamed(label, place)],
  }));
  return committed.ok ? 'ok' : committed.error.kind;
}

/** The labels that open by key, or the kind of failure. */
export async function labelsIn(domain: MemoryDomain, vaultKey: Bytes): Promise<readonly string[] | string> {
  const opened = await openVault(domain, vaultKey);
  return opened.ok ? opened.value.content.accounts.map(({ label }) => label) : opened.error.kind;
}
