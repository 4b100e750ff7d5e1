/** What is left of a vault that does not open, and every way on from there. */
import { err, ok, type Result } from '../result';
import { type ComparedAccount, compareBackup } from '../vault/comparison';
import type { SnapshotKey } from '../vault/copies';
import {
  findRemains,
  type OpenedSnapshot,
  type OpenedSnapshots,
  openSnapshots,
  type Remains,
  type RestoreFailure,
  restoreSnapshot,
  type SnapshotFailure,
  snapshotsBy,
} from '../vault/remains';
import * as setAside from '../vault/set-aside';
import { openVault } from '../vault/vault';
import { type OneDomainFailure, reachesBothDomains } from './both-domains';
import { dropSessionKey, findSessionKey } from './session-key';
import { fileName, type TextFile } from './text-file';
import { startSession } from './unlock';
import { vaultPorts } from './vault-ports';

export type { Remnant } from '../vault/remains';
export type { SetAside } from '../vault/set-aside';

type OnUnreadable = setAside.OnUnreadable;

export type { OnUnreadable, OpenedSnapshot, OpenedSnapshots, Remains };

type StorageFailure = { readonly kind: 'storage-failed' };
type SessionFailure = { readonly kind: 'session-failed' };
/** What stands there opens by that very key: nothing takes its place. */
type VaultOpens = { readonly kind: 'vault-opens' };
/** All that can go wrong here. */
export type RecoveryFailure =
  | SnapshotFailure
  | RestoreFailure
  | VaultOpens
  | SessionFailure
  | OneDomainFailure
  | setAside.SetAsideFailure;

export async function lookAtRemains(): Promise<Remains> {
  return await findRemains(vaultPorts);
}

/** By the passphrase, or by this device's own key where none is given. */
export async function openRemains(passphrase?: string): Promise<Result<OpenedSnapshots, SnapshotFailure>> {
  return await openSnapshots(vaultPorts, passphrase);
}

export async function restoreRemains(
  { vaultKey }: OpenedSnapshots,
  key: SnapshotKey,
  onUnreadable?: OnUnreadable,
): Promise<Result<void, RestoreFailure | VaultOpens | SessionFailure | OneDomainFailure>> {
  if (!reachesBothDomains()) return err({ kind: 'private-window' });
  const restored = await restoreSnapshot(vaultPorts, vaultKey, key, onUnreadable);
  if (restored.ok) return await startSession(restored.value, { isConfirmed: true });
  return restored.error.kind === 'vault-exists' ? err({ kind: 'vault-opens' }) : restored;
}

/** Everything that stands in both domains, as it is stored. Nothing in it is in clear. */
export async function storedBytesFile(): Promise<TextFile> {
  return { name: fileName('bytes', Date.now()), text: await setAside.setAsideText(vaultPorts) };
}

export async function startOverHere(
  onUnreadable?: OnUnreadable,
): Promise<Result<void, setAside.SetAsideFailure | OneDomainFailure>> {
  if (!reachesBothDomains()) return err({ kind: 'private-window' });
  const started = await setAside.startOver(vaultPorts, onUnreadable);
  if (started.ok) await dropSessionKey();
  return started;
}

/** The states of earlier days that the unlocked vault keeps, newest first. */
export async function earlierStates(): Promise<Result<readonly OpenedSnapshot[], { readonly kind: 'locked' }>> {
  const session = await findSessionKey(Date.now());
  return session === undefined ? err({ kind: 'locked' }) : ok(await snapshotsBy(vaultPorts, session.vaultKey));
}

/** What that state holds, held against the accounts of now. */
export async function compareWithNow(
  snapshot: OpenedSnapshot,
): Promise<Result<readonly ComparedAccount[], { readonly kind: 'locked' }>> {
  const session = await findSessionKey(Date.now());
  const now = session === undefined ? undefined : await openVault(vaultPorts, session.vaultKey);
  return now?.ok ? ok(compareBackup(now.value.content, snapshot.content)) : err({ kind: 'locked' });
}

export async function listSetAside(): Promise<Result<readonly setAside.SetAside[], StorageFailure>> {
  return await setAside.listSetAside(vaultPorts.local);
}

export async function setAsideFile({ key, atMs }: setAside.SetAside): Promise<Result<TextFile, StorageFailure>> {
  const text = await setAside.readSetAside(vaultPorts.local, key);
  return text.ok ? ok({ name: fileName('set-aside', atMs), text: text.value }) : text;
}

/** For good. */
export async function deleteSetAside({
  key,
}: setAside.SetAside): Promise<Result<void, StorageFailure | OneDomainFailure>> {
  // The key that was kept for it would stay where this window does not see it.
  if (!reachesBothDomains()) return err({ kind: 'private-window' });
  return await setAside.deleteSetAside(vaultPorts, key);
}
