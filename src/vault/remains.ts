/** What is left of a vault that does not open: told, offered as bytes, and brought back from a snapshot. */
import { err, ok, type Result } from '../result';
import type { Bytes } from './bytes';
import { type WriteFailure, type Written, writeRecord } from './commit';
import { CONTENT_VERSION, type VaultContent } from './content';
import { COPY_KEYS, type Copy, marksIn, readAllCopies, type SnapshotKey } from './copies';
import { nextGeneration } from './mark';
import { openRecord, sealRecord } from './record';
import { type OnUnreadable, steadySetAsideText } from './set-aside';
import { type IntactSnapshot, readSnapshots, type Snapshot } from './snapshots';
import type { Domains, VaultPorts } from './storage';
import { isIntact } from './stored-record';
import {
  type DeviceKeyFailure,
  keyByDevice,
  keyByPassphrase,
  type PassphraseFailure,
  type UnlockedVault,
} from './unlock';
import { openedFrom, openNewest, type Protection, protectionOf } from './vault';

export interface Remnant {
  readonly place: Copy['place'] | SnapshotKey;
  readonly state: Copy['state'];
  /** When it was sealed; with `intact` only. */
  readonly atMs: number | undefined;
}

export interface Remains {
  readonly copies: readonly Remnant[];
  readonly snapshots: readonly Remnant[];
  /** What opens the newest snapshot; undefined where none is intact. */
  readonly protection: Protection | undefined;
}

export async function findRemains(domains: Domains): Promise<Remains> {
  const [{ copies }, snapshots] = await Promise.all([readAllCopies(domains), readSnapshots(domains.local)]);
  const [newest] = intactOf(snapshots);
  return {
    copies: copies.map(({ place, state, record }) => ({ place, state, atMs: record?.header.ts })),
    snapshots: snapshots.map(({ key, state, record }) => ({ place: key, state, atMs: record?.header.ts })),
    protection: newest === undefined ? undefined : protectionOf(newest.record.header),
  };
}

export interface OpenedSnapshot {
  readonly key: SnapshotKey;
  /** When the state that it keeps was sealed. */
  readonly atMs: number;
  readonly content: VaultContent;
}

export interface OpenedSnapshots {
  readonly vaultKey: Bytes;
  /** Newest first: those that the key opens; at least one. */
  readonly snapshots: readonly OpenedSnapshot[];
}

export type SnapshotFailure = PassphraseFailure | DeviceKeyFailure | { readonly kind: 'no-snapshot' };

/** By the passphrase, or by this device's own key where none is given. */
export async function openSnapshots(
  ports: VaultPorts,
  passphrase: string | undefined,
): Promise<Result<OpenedSnapshots, SnapshotFailure>> {
  return await ports.exclusive(async () => {
    const intact = intactOf(await readSnapshots(ports.local));
    if (intact.length === 0) return err({ kind: 'no-snapshot' as const });
    const vaultKey =
      passphrase === undefined ? await keyByDevice(ports, intact) : await keyByPassphrase(ports, intact, passphrase);
    if (!vaultKey.ok) return vaultKey;
    const snapshots = await openedBy(vaultKey.value, intact);
    return snapshots.length === 0 ? err({ kind: 'damaged' as const }) : ok({ vaultKey: vaultKey.value, snapshots });
  });
}

/** The snapshots of an unlocked vault, newest first. */
export async function snapshotsBy(domains: Domains, vaultKey: Bytes): Promise<readonly OpenedSnapshot[]> {
  return await openedBy(vaultKey, intactOf(await readSnapshots(domains.local)));
}

export type RestoreFailure = WriteFailure | { readonly kind: 'vault-exists' | 'newer' | 'read-only' | 'no-snapshot' };

/**
 * Makes a snapshot the vault again, where no copy of the vault opens any more: under the same key and slots, above every
 * generation that is known of. The bytes that stood there are set aside in the same write.
 */
export async function restoreSnapshot(
  ports: VaultPorts,
  vaultKey: Bytes,
  key: SnapshotKey,
  onUnreadable: OnUnreadable = 'refuse',
): Promise<Result<UnlockedVault & Written, RestoreFailure>> {
  return await ports.exclusive(async () => {
    const read = await readAllCopies(ports);
    if (read.copies.some(({ state }) => state === 'newer')) return err({ kind: 'newer' });
    const isBlind = read.copies.some(({ state }) => state === 'unreadable');
    if (isBlind && onUnreadable === 'refuse') return err({ kind: 'storage-failed' });
    if ((await openNewest(read.copies.filter(isIntact), vaultKey)) !== undefined) return err({ kind: 'vault-exists' });
    const snapshot = intactOf(await readSnapshots(ports.local)).find((one) => one.key === key);
    const content = snapshot === undefined ? undefined : await openRecord(vaultKey, snapshot.record);
    if (snapshot === undefined || !content?.ok) return err({ kind: 'no-snapshot' });
    if (content.value.content > CONTENT_VERSION) return err({ kind: 'read-only' });
    const { v, bs, cipher, ...header } = snapshot.record.header;
    const mark = { ...header, gen: nextGeneration(header, marksIn(read)), ts: ports.nowMs() };
    const record = { sealed: await sealRecord(vaultKey, mark, content.value), mark, vaultKey, content: content.value };
    const text = await steadySetAsideText(ports);
    if (text === undefined) return err({ kind: 'storage-failed' });
    const beside = { [`old-${ports.nowMs()}`]: text };
    const written = await writeRecord(ports, { record, keys: COPY_KEYS, beside, needsSnapshots: true });
    return written.ok ? ok({ ...openedFrom(mark, content.value), ...written.value, vaultKey }) : written;
  });
}

async function openedBy(vaultKey: Bytes, intact: readonly IntactSnapshot[]): Promise<readonly OpenedSnapshot[]> {
  const opened: OpenedSnapshot[] = [];
  for (const { key, record } of intact) {
    const content = await openRecord(vaultKey, record);
    if (content.ok) opened.push({ key, atMs: record.header.ts, content: content.value });
  }
  return opened;
}

function intactOf(snapshots: readonly Snapshot[]): readonly IntactSnapshot[] {
  return snapshots.filter(isIntact).sort((a, b) => b.record.header.ts - a.record.header.ts);
}
