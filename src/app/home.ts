/** What the pages open with: one look at the key, the vault and what waits to be saved. */
import { readStored } from '../platform/storage';
import type { StoredAccount } from '../vault/account';
import type { Bytes } from '../vault/bytes';
import { isLocalAsLeft } from '../vault/copies';
import { groupsOf, type StoredGroup } from '../vault/groups';
import type { News } from '../vault/heal';
import { type LastBackup, type LockAfter, readBackupPutOff, readLastBackup, readLockAfter } from '../vault/settings';
import { type TrashedAccount, trashedAccounts } from '../vault/trash';
import { findVault, type OpenedVault, openAtSight, openVault, type Protection } from '../vault/vault';
import type { BatchProgress } from './batches';
import { reachesBothDomains } from './both-domains';
import { domains as bothDomains, readAhead } from './domains';
import { PENDING_KEY } from './names';
import type { PendingAccount } from './pending';
import { findSessionKey, keepNews, type SessionKey } from './session-key';

export type { LastBackup, News, PendingAccount, Protection, StoredGroup, TrashedAccount };

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
  readonly groups: readonly StoredGroup[];
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

/**
 * `at-sight`: what the newest copy says, where nothing speaks against it; whoever shows that must ask `isVaultAsLeft` behind
 * it, and load again where it is not.
 */
export async function loadHome(nowMs: number, look: 'whole' | 'at-sight' = 'whole'): Promise<Home> {
  const domains = readAhead(['va', 'vb', 'hw']);
  const isWaiting = somethingWaits();
  isWaiting.catch(() => undefined);
  try {
    // What is not whole here may be whole in the mirror, and newer.
    const isWhole = look === 'whole' || !reachesBothDomains();
    if (!reachesBothDomains() && !(await isLocalAsLeft(domains))) return { state: 'mirror-elsewhere' };
    const session = await findSessionKey(nowMs);
    if (session !== undefined) {
      const seen = isWhole || session.isTorn ? undefined : await openAtSight(domains, session.vaultKey);
      if (seen !== undefined) return await unlockedHome(seen, session, isWaiting, nowMs);
      const opened = await openVault(domains, session.vaultKey, session.isTorn ? 'all' : 'enough');
      if (opened.ok) return await openedHome(opened.value, session, isWaiting, nowMs);
      if (opened.error.kind !== 'key-refused' && opened.error.kind !== 'absent') return { state: opened.error.kind };
    }
    const found = await findVault(domains);
    if (!found.ok) return { state: found.error.kind };
    if (found.value === 'passphrase') return { state: 'locked' };
    return found.value === 'device' ? await openHere(isWaiting, nowMs) : await absentHome(isWaiting, nowMs);
  } catch {
    return { state: 'storage-failed' };
  }
}

export async function isVaultAsLeft(): Promise<boolean> {
  return await isLocalAsLeft(bothDomains);
}

/** A page that finds the vault not as the last commit left it mends it before it shows anything. */
async function openedHome(
  vault: OpenedVault & { readonly needsHealing: boolean },
  session: SessionKey,
  isWaiting: Promise<boolean>,
  nowMs: number,
): Promise<Home> {
  if (!vault.needsHealing) return await unlockedHome(vault, session, isWaiting, nowMs);
  const { healIfNeeded } = await import('./unlock');
  const { news = session.news } = await healIfNeeded({ ...vault, ...session });
  // Every page follows the session: told once.
  if (news !== session.news) await keepNews(news);
  return await unlockedHome(vault, { ...session, news }, isWaiting, nowMs);
}

async function openHere(isWaiting: Promise<boolean>, nowMs: number): Promise<Home> {
  const { unlockHere } = await import('./unlock');
  const unlocked = await unlockHere();
  if (!unlocked.ok && unlocked.error.kind === 'device-key-missing') {
    // Another window may have set a passphrase since.
    const found = await findVault(bothDomains);
    if (found.ok && found.value === 'passphrase') return { state: 'locked' };
    return { state: reachesBothDomains() ? 'device-key-missing' : 'device-key-elsewhere' };
  }
  if (!unlocked.ok)
    return unlocked.error.kind === 'absent' ? await absentHome(isWaiting, nowMs) : { state: unlocked.error.kind };
  const session = await findSessionKey(nowMs);
  if (session === undefined) return { state: 'storage-failed' };
  return await unlockedHome(unlocked.value, session, isWaiting, nowMs);
}

async function absentHome(isWaiting: Promise<boolean>, nowMs: number): Promise<Home> {
  const pending = await pendingOf(undefined, isWaiting, nowMs);
  return { state: 'absent', pending, batches: await batchesOf(pending, nowMs) };
}

async function unlockedHome(
  vault: OpenedVault,
  session: SessionKey,
  isWaiting: Promise<boolean>,
  nowMs: number,
): Promise<UnlockedHome> {
  const { content, isReadOnly, protection } = vault;
  const pending = await pendingOf(session.vaultKey, isWaiting, nowMs);
  // A save that was cut off after its commit left the account in both places.
  const saved = new Set(pending.length > 0 ? content.accounts.map((account) => account.id) : []);
  const unsaved = pending.filter((account) => !saved.has(account.id));
  return {
    state: 'unlocked',
    protection,
    accounts: content.accounts,
    groups: groupsOf(content),
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

/** Asked side by side with the vault: most openings find nothing, and need none of what reads it. */
async function somethingWaits(): Promise<boolean> {
  return (await readStored('session', PENDING_KEY)) !== undefined;
}

async function pendingOf(
  vaultKey: Bytes | undefined,
  isWaiting: Promise<boolean>,
  nowMs: number,
): Promise<readonly PendingAccount[]> {
  if (!(await isWaiting)) return [];
  const { readPending } = await import('./pending');
  return await readPending(vaultKey, nowMs);
}

async function batchesOf(pending: readonly PendingAccount[], nowMs: number): Promise<readonly BatchProgress[]> {
  if (pending.length === 0) return [];
  const { readBatches } = await import('./batches');
  return await readBatches(nowMs);
}
