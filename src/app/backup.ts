/** Backup files: made and checked, read, compared with the accounts of now, and restored. So is what was set aside. */
import { isPrivateWindow } from '../platform/runtime';
import { err, ok, type Result } from '../result';
import type { StoredAccount } from '../vault/account';
import { type OpenBackupFailure, openBackup, type SealBackupFailure, sealBackup } from '../vault/backup';
import { type ComparedAccount, compareBackup } from '../vault/comparison';
import type { VaultContent } from '../vault/content';
import { type ReplaceFailure, replaceVault } from '../vault/create';
import type { OpenedBackup } from '../vault/doors';
import { partOf } from '../vault/part';
import { type ChosenAccount, restoreFromBackup } from '../vault/restoration';
import type { OnUnreadable, SetAside } from '../vault/set-aside';
import { type OpenSetAsideFailure, openSetAside } from '../vault/set-aside-opening';
import { withLastBackup } from '../vault/settings';
import { trashedAccounts } from '../vault/trash';
import { type UnlockFailure, unlockVault } from '../vault/unlock';
import { type OpenFailure, openVault } from '../vault/vault';
import { type OneDomainFailure, reachesBothDomains } from './both-domains';
import { type ChangeFailure, changeVault } from './change';
import { findSessionKey } from './session-key';
import { fileName, type TextFile } from './text-file';
import { startSession } from './unlock';
import { vaultPorts } from './vault-ports';

export type BackupChange = ComparedAccount;
export type { ChosenAccount, OpenBackupFailure };

export interface BackupFile extends TextFile {
  readonly accounts: number;
  readonly atMs: number;
}

export type MakeBackupFailure = SealBackupFailure | UnlockFailure | OpenFailure | { readonly kind: 'locked' };

/**
 * Of the unlocked vault, opened again from its text and compared. In a passphrase vault the passphrase must be the vault's
 * own; in a vault of this device it is one for the file. With `ids` it has only these accounts, which is no backup of the
 * vault: not to be noted as one.
 */
export async function makeBackup(
  passphrase: string,
  ids?: readonly string[],
): Promise<Result<BackupFile, MakeBackupFailure>> {
  const session = await findSessionKey(Date.now());
  if (session === undefined) return err({ kind: 'locked' });
  const opened = await openVault(vaultPorts, session.vaultKey);
  if (!opened.ok) return opened;
  if (opened.value.protection === 'passphrase') {
    const own = await unlockVault(vaultPorts, passphrase);
    if (!own.ok) return own;
  }
  const content = ids === undefined ? opened.value.content : partOf(opened.value.content, ids);
  const text = await sealBackup(vaultPorts, { ...opened.value, content, passphrase });
  if (!text.ok) return text;
  const atMs = Date.now();
  const name = fileName(ids === undefined ? 'backup' : 'accounts', atMs);
  return ok({ name, text: text.value, accounts: content.accounts.length, atMs });
}

/** The person has the file: it is the last verified backup. */
export async function noteBackup({ atMs, accounts }: BackupFile): Promise<Result<void, ChangeFailure>> {
  const noted = await changeVault((content) => withLastBackup(content, { atMs, accounts }));
  return noted.ok ? ok(undefined) : noted;
}

export interface ReadBackup {
  /** When it was made. */
  readonly atMs: number;
  readonly accounts: readonly StoredAccount[];
  /** How many it has in its trash. */
  readonly trashed: number;
  /** Written by a newer Halfminute. */
  readonly isNewer: boolean;
  /** Against the accounts of now; undefined where no vault is unlocked. */
  readonly changes: readonly BackupChange[] | undefined;
  readonly content: VaultContent;
}

export async function readBackupFile(text: string, passphrase: string): Promise<Result<ReadBackup, OpenBackupFailure>> {
  const opened = await openBackup(vaultPorts, text, passphrase);
  if (!opened.ok) return opened;
  const backup = await described(opened.value);
  const { atMs, accounts, content } = backup;
  // The person has the file: it is the last backup of the vault that it becomes.
  return ok({ ...backup, content: withLastBackup(content, { atMs, accounts: accounts.length }) });
}

export type BringBackFailure = OpenSetAsideFailure | { readonly kind: 'device-key-elsewhere' };

/**
 * What was set aside, by its passphrase or, where none is given, by the key this device kept for it; `passphrase-needed`
 * where only a passphrase helps. It stays where it is.
 */
export async function readSetAside(
  { key }: SetAside,
  passphrase?: string,
): Promise<Result<ReadBackup, BringBackFailure>> {
  const opened = await openSetAside(vaultPorts, key, passphrase);
  if (opened.ok) return ok(await described(opened.value));
  const isElsewhere = opened.error.kind === 'device-key-missing' && isPrivateWindow();
  return isElsewhere ? err({ kind: 'device-key-elsewhere' }) : opened;
}

async function described({ atMs, content, isNewer }: OpenedBackup): Promise<ReadBackup> {
  const session = await findSessionKey(Date.now());
  const now = session === undefined ? undefined : await openVault(vaultPorts, session.vaultKey);
  const changes = now?.ok ? compareBackup(now.value.content, content) : undefined;
  return { atMs, accounts: content.accounts, trashed: trashedAccounts(content).length, isNewer, changes, content };
}

/** Into the unlocked vault. Nothing of it is overwritten: what is replaced goes to the trash. */
export async function addFromBackup(chosen: readonly ChosenAccount[]): Promise<Result<void, ChangeFailure>> {
  const changed = await changeVault((content) => restoreFromBackup(content, chosen, Date.now()));
  return changed.ok ? ok(undefined) : changed;
}

export type RestoreAsVaultFailure = ReplaceFailure | OneDomainFailure | { readonly kind: 'session-failed' };

/** Makes the backup the vault, under the passphrase given. What stood there is set aside. */
export async function restoreAsVault(
  { content, isNewer }: ReadBackup,
  passphrase: string,
  onUnreadable?: OnUnreadable,
): Promise<Result<void, RestoreAsVaultFailure>> {
  if (!reachesBothDomains()) return err({ kind: 'private-window' });
  // Written again by this version, it would lose what only the newer one knows.
  if (isNewer) return err({ kind: 'newer' });
  const created = await replaceVault(vaultPorts, passphrase, content, onUnreadable);
  return created.ok ? await startSession(created.value, { isConfirmed: true }) : created;
}
