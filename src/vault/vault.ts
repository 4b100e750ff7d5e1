/**
 * The vault: found, opened, changed. Every change runs under the lock, starts from what is stored and not from what a page
 * remembers, writes once, and counts only after it was read back. Made in create.ts, unlocked in unlock.ts, given another
 * key in rekey.ts.
 */
import { err, ok, type Result } from '../result';
import type { Bytes } from './bytes';
import { type CommitFailure, writeRecord } from './commit';
import { CONTENT_VERSION, type VaultContent } from './content';
import {
  type CopiesFailure,
  type Copy,
  type CopyKey,
  type IntactCopy,
  type Mark,
  readCopies,
  readMark,
  requireIntact,
} from './copies';
import { type Header, isArgon2idSlot, isDeviceSlot } from './header';
import { type DescribedHeader, openRecord, sealRecord } from './record';
import type { LocalDomain, VaultPorts } from './storage';

/**
 * The door a vault is opened by. `device` only where a device slot and no passphrase slot stands: no version writes both,
 * and a vault that had both must not be given up for a lost device key while its passphrase opens it.
 */
export type Protection = 'passphrase' | 'device';

export interface OpenedVault {
  readonly vaultId: string;
  readonly epoch: number;
  readonly generation: number;
  readonly protection: Protection;
  readonly content: VaultContent;
  /** Written by a newer Halfminute: shown, not changed. */
  readonly isReadOnly: boolean;
}

export type OpenFailure = CopiesFailure | { readonly kind: 'key-refused' };

/** Whether there is a vault and what opens it, without opening it. */
export async function findVault(
  local: LocalDomain,
): Promise<Result<'absent' | Protection, { readonly kind: 'damaged' | 'newer' | 'storage-failed' }>> {
  const intact = await requireIntact(local, await readCopies(local));
  if (!intact.ok) {
    const { kind } = intact.error;
    return kind === 'absent' ? ok('absent') : err({ kind });
  }
  const [newest] = intact.value;
  return newest === undefined ? err({ kind: 'damaged' }) : ok(protectionOf(newest.record.header));
}

/** The content by the key, from the highest generation that opens. The other copy is opened only where the first does not. */
export async function openVault(local: LocalDomain, vaultKey: Bytes): Promise<Result<OpenedVault, OpenFailure>> {
  const intact = await requireIntact(local, await readCopies(local));
  if (!intact.ok) return intact;
  const opened = await openNewest(intact.value, vaultKey);
  return opened === undefined ? err({ kind: 'key-refused' }) : ok(opened.vault);
}

/** Applies `operation` to what is stored now, and stores the result. `operation` is a function of the content, by account ids. */
export async function commitVault(
  ports: VaultPorts,
  vaultKey: Bytes,
  operation: (content: VaultContent) => VaultContent,
): Promise<Result<OpenedVault, OpenFailure | CommitFailure>> {
  return await ports.exclusive(async () => {
    const base = await openForWriting(ports, vaultKey);
    if (!base.ok) return base;
    const content = operation(base.value.content);
    const mark = { ...base.value.header, gen: base.value.header.gen + 1, ts: ports.nowMs() };
    const record = { sealed: await sealRecord(vaultKey, mark, content), mark, vaultKey, content };
    const written = await writeRecord(ports.local, [otherKey(base.value.copy)], record, base.value.setAside);
    return written.ok ? ok(openedFrom(mark, content)) : written;
  });
}

/** What a write starts from. */
export interface WriteBase {
  /** The newest valid copy, opened. */
  readonly copy: IntactCopy;
  readonly header: DescribedHeader;
  readonly content: VaultContent;
  /** A record of another vault where ours may be written is kept under another name, until the person decides. */
  readonly setAside: Readonly<Record<string, unknown>>;
}

/** Opens what is stored now, where this key and this version may write after it. Only under the lock. */
export async function openForWriting(
  { local, nowMs }: VaultPorts,
  vaultKey: Bytes,
): Promise<Result<WriteBase, OpenFailure | { readonly kind: 'read-only' }>> {
  const copies = await readCopies(local);
  const intact = await requireIntact(local, copies);
  if (!intact.ok) return intact;
  const opened = await openNewest(intact.value, vaultKey);
  if (opened === undefined) return err({ kind: 'key-refused' });
  const { copy, vault } = opened;
  if (vault.isReadOnly) return err({ kind: 'read-only' });
  const { v, bs, cipher, ...header } = copy.record.header;
  // The vault got a new key while this page still held the old one: what it would write is out of date.
  if (intact.value.some(({ record }) => record.header.epoch > header.epoch)) return err({ kind: 'key-refused' });
  // A copy that can't be read may be the newest one. It is written over only where the mark says that it is not.
  if (copies.some(({ state }) => state === 'unreadable') && !(await isLastWritten(local, header))) {
    return err({ kind: 'storage-failed' });
  }
  return ok({ copy, header, content: vault.content, setAside: foreignCopies(copies, header.vault, nowMs()) });
}

/** The copy just opened is the newest valid one and stays; the other is older, damaged or missing, and is written. */
function otherKey({ key }: IntactCopy): CopyKey {
  return key === 'va' ? 'vb' : 'va';
}

async function isLastWritten(local: LocalDomain, { vault, epoch, gen }: Mark): Promise<boolean> {
  const mark = await readMark(local);
  return mark.ok && mark.value?.vault === vault && mark.value.epoch === epoch && mark.value.gen === gen;
}

/** One at most: the copy that was opened is ours. */
function foreignCopies(copies: readonly Copy[], vault: string, nowMs: number): Record<string, unknown> {
  const foreign = copies.find(({ record }) => record !== undefined && record.header.vault !== vault);
  return foreign === undefined ? {} : { [`old-${nowMs}`]: foreign.stored };
}

export async function openNewest(
  intact: readonly IntactCopy[],
  vaultKey: Bytes,
): Promise<{ readonly copy: IntactCopy; readonly vault: OpenedVault } | undefined> {
  for (const copy of intact) {
    const content = await openRecord(vaultKey, copy.record);
    if (content.ok) return { copy, vault: openedFrom(copy.record.header, content.value) };
  }
  return undefined;
}

export function openedFrom(header: DescribedHeader, content: VaultContent): OpenedVault {
  return {
    vaultId: header.vault,
    epoch: header.epoch,
    generation: header.gen,
    protection: protectionOf(header),
    content,
    isReadOnly: content.content > CONTENT_VERSION,
  };
}

function protectionOf({ slots }: Pick<Header, 'slots'>): Protection {
  return slots.some(isDeviceSlot) && !slots.some(isArgon2idSlot) ? 'device' : 'passphrase';
}
