/** What the pages open with: one look at the key, the vault and what waits to be saved. */
import type { StoredAccount } from '../vault/account';
import { isLocalAsLeft } from '../vault/copies';
import type { News } from '../vault/heal';
import { type TrashedAccount, trashedAccounts } from '../vault/operations';
import { type LastBackup, type LockAfter, readBackupPutOff, readLastBackup, readLockAfter } from '../vault/settings';
import { findVault, type OpenedVault, openVault, type Protection } from '../vault/vault';
import { type BatchProgress, readBatches } from './batches';
import { reachesBothDomains } from './both-domains';
import { type PendingAccount, readPending } from './pending';
import { findSessionKey, keepNews, type SessionKey } from './session-key';
import { healIfNeeded, unlockHere } from './unlock';
import { readAhead, vaultPorts } from './vault-ports';

export type { LastBackup, News, PendingAccount, Protection, TrashedAccount };

export type Home =
  | {
      readonly state: 'absent';
      readonly pending: readonly PendingAccount[];
      readonly batches: readonly BatchProgress[];
    }
  | { readonly state: 'locked' }
  | UnlockedHome
  | { readonly state: HomeProblem };

/** There is a vault, or may be one, and it can't be shown. */
export type HomeProblem =
  | 'damaged'
  | 'newer'
  | 'storage-failed'
  | 'device-key-missing'
  | 'device-key-elsewhere'
  | 'mirror-elsewhere';

export interface UnlockedHome {
  readonly state: 'unlocked';
  readonly protection: Protection;
  readonly accounts: readonly StoredAccount[];
  readonly trashed: readonly TrashedAccount[];
  readonly lockAfter: LockAfter;
  readonly isReadOnly: boolean;
  readonly pending: readonly PendingAccount[];
  /** The exports of which something waits. */
  readonly batches: readonly BatchProgress[];
  readonly deadlineMs: number | undefined;
  /** When the passphrase was last given; in a vault of this device, when the person last confirmed. */
  readonly confirmedMs: number | undefined;
  readonly news: News | undefined;
  /** The last backup that was opened again and compared. */
  readonly backup: LastBackup | undefined;
  /** When the person last chose to make none just then. */
  readonly backupPutOffMs: number | undefined;
}

export async function loadHome(nowMs: number): Promise<Home> {
  const domains = readAhead(['va', 'vb', 'hw']);
  try {
    // What is not whole here may be whole in the mirror, and newer.
    if (!reachesBothDomains() && !(await isLocalAsLeft(domains))) return { state: 'mirror-elsewhere' };
    const session = await findSessionKey(nowMs);
    if (session !== undefined) {
      const opened = await openVault(domains, session.vaultKey, session.isTorn ? 'all' : 'enough');
      if (opened.ok) return await openedHome(opened.value, session, nowMs);
      if (opened.error.kind !== 'key-refused' && opened.error.kind !== 'absent') return { state: opened.error.kind };
    }
    const found = await findVault(domains);
    if (!found.ok) return { state: found.error.kind };
    if (found.value === 'passphrase') return { state: 'locked' };
    return found.value === 'device' ? await openHere(nowMs) : await absentHome(nowMs);
  } catch {
    return { state: 'storage-failed' };
  }
}

/** A page that finds the vault not as the last commit left it mends it before it shows anything. */
async function openedHome(
  vault: OpenedVault & { readonly needsHealing: boolean },
  session: SessionKey,
  nowMs: number,
): Promise<Home> {
  const { news = session.news } = await healIfNeeded({ ...vault, ...session });
  // Every page follows the session: told once.
  if (news !== session.news) await keepNews(news);
  return await unlockedHome(vault, { ...session, news }, nowMs);
}

async function openHere(nowMs: number): Promise<Home> {
  const unlocked = await unlockHere();
  if (!unlocked.ok && unlocked.error.kind === 'device-key-missing') {
    // Another window may have set a passphrase since.
    const found = await findVault(vaultPorts);
    if (found.ok && found.value === 'passphrase') return { state: 'locked' };
    return { state: reachesBothDomains() ? 'device-key-missing' : 'device-key-elsewhere' };
  }
  if (!unlocked.ok) return unlocked.error.kind === 'absent' ? await absentHome(nowMs) : { state: unlocked.error.kind };
  const session = await findSessionKey(nowMs);
  if (session === undefined) return { state: 'storage-failed' };
  return await unlockedHome(unlocked.value, session, nowMs);
}

async function absentHome(nowMs: number): Promise<Home> {
  const pending = await readPending(undefined, nowMs);
  return { state: 'absent', pending, batches: await batchesOf(pending, nowMs) };
}

async function unlockedHome(vault: OpenedVault, session: SessionKey, nowMs: number): Promise<UnlockedHome> {
  const { content, isReadOnly, protection } = vault;
  const pending = await readPending(session.vaultKey, nowMs);
  // A save that was cut off after its commit left the account in both places.
  const saved = new Set(pending.length > 0 ? content.accounts.map((account) => account.id) : []);
  const unsaved = pending.filter((account) => !saved.has(account.id));
  return {
    state: 'unlocked',
    protection,
    accounts: content.accounts,
    trashed: trashedAccounts(content),
    lockAfter: readLockAfter(content),
    isReadOnly,
    pending: unsaved,
    batches: await batchesOf(unsaved, nowMs),
    deadlineMs: session.deadlineMs,
    confirmedMs: session.confirmedMs,
    news: session.news,
    backup: readLastBackup(content),
    backupPutOffMs: readBackupPutOff(content),
  };
}

/** Read only where something waits: this stands on the way to the first code. */
async function batchesOf(pending: readonly PendingAccount[], nowMs: number): Promise<readonly BatchProgress[]> {
  return pending.length === 0 ? [] : await readBatches(nowMs);
}
