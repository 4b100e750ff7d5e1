/** A vault that was in use for days, with the states it kept of them, and a backup file, by the product's own code. */
import { storedFrom } from '../../src/vault/account';
import { sealBackup } from '../../src/vault/backup';
import { commitVault } from '../../src/vault/change';
import type { VaultContent } from '../../src/vault/content';
import { createVault } from '../../src/vault/create';
import { editAccount, forgetTrashed, trashAccount } from '../../src/vault/operations';
import { openVault } from '../../src/vault/vault';
import { MemoryDomain, portsOver } from '../vault/memory-domain';
import { niceAccounts } from './nice-accounts';
import { argon2idOnce, type SeededItems, VAULT_KEY } from './seeded-vault';

const DAY_MS = 86_400_000;

export interface AgedVault {
  readonly items: SeededItems;
  /** Of the first day. Since then one account came, one went, one was deleted for good and one was renamed. */
  readonly backup: string;
  /** The issuers of the accounts of now. */
  readonly issuers: readonly string[];
}

const known = new Map<string, Promise<AgedVault>>();

/** One for each passphrase: nothing in it changes. */
export async function agedVault(passphrase: string): Promise<AgedVault> {
  const aged = known.get(passphrase) ?? makeAgedVault(passphrase, Date.now());
  known.set(passphrase, aged);
  return await aged;
}

async function makeAgedVault(passphrase: string, nowMs: number): Promise<AgedVault> {
  const domain = new MemoryDomain();
  let atMs = nowMs - 4 * DAY_MS;
  const ports = { ...portsOver(domain), argon2id: argon2idOnce, nowMs: () => atMs };
  const accounts = niceAccounts().map((one) => storedFrom(one, crypto.randomUUID(), atMs));
  const [renamed, deleted, forgotten] = accounts;
  const later = accounts.at(-1);
  if (!renamed || !deleted || !forgotten || !later) throw new Error('there are no accounts');
  const created = await createVault(ports, {
    credential: { kind: 'passphrase', passphrase },
    accounts: accounts.slice(0, -1),
  });
  if (!created.ok) throw new Error(created.error.kind);
  const { vaultKey } = created.value;
  const backup = await sealBackup(ports, { ...created.value, passphrase });
  if (!backup.ok) throw new Error(backup.error.kind);
  const days: readonly ((content: VaultContent) => VaultContent)[] = [
    (content) => editAccount(content, renamed.id, { label: 'octocat-old' }),
    (content) => editAccount(content, renamed.id, { label: 'octocat@work.example' }),
    (content) => forgetTrashed(trashAccount(trashAccount(content, deleted.id, atMs), forgotten.id, atMs), forgotten.id),
    (content) => ({ ...content, accounts: [...content.accounts, later] }),
  ];
  for (const change of days) {
    atMs += DAY_MS;
    const changed = await commitVault(ports, vaultKey, change);
    if (!changed.ok) throw new Error(changed.error.kind);
  }
  const opened = await openVault(domain, vaultKey);
  if (!opened.ok) throw new Error(opened.error.kind);
  const issuers = opened.value.content.accounts.map(({ issuer }) => issuer);
  return { items: { ...Object.fromEntries(domain.items), [VAULT_KEY]: vaultKey }, backup: backup.value, issuers };
}
