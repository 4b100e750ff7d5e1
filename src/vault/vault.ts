/**
 * The vault: found, made, unlocked, opened, changed. Every change runs under the lock, starts from what is stored and not
 * from what a page remembers, writes once, and counts only after it was read back.
 */
import { err, ok, type Result } from '../result';
import type { StoredAccount } from './account';
import { type Bytes, randomBytes } from './bytes';
import { KEY_BYTES } from './ciphers';
import { type CommitFailure, type WriteFailure, writeRecord } from './commit';
import { CONTENT_VERSION, newContent, type VaultContent } from './content';
import {
  COPY_KEYS,
  type CopiesFailure,
  type Copy,
  type CopyKey,
  type IntactCopy,
  type Mark,
  readCopies,
  readMark,
  requireIntact,
} from './copies';
import { isArgon2idSlot } from './header';
import { passphraseProblem } from './passphrase';
import { openRecord } from './record';
import { unwrapWithPassphrase, wrapUnderPassphrase } from './slots';
import type { LocalDomain, VaultPorts } from './storage';

export interface OpenedVault {
  readonly vaultId: string;
  readonly epoch: number;
  readonly generation: number;
  readonly content: VaultContent;
  /** Written by a newer Halfminute: shown, not changed. */
  readonly isReadOnly: boolean;
}

export interface UnlockedVault extends OpenedVault {
  /** 32 bytes. */
  readonly vaultKey: Bytes;
}

export type OpenFailure = CopiesFailure | { readonly kind: 'key-refused' };
export type UnlockFailure = CopiesFailure | { readonly kind: 'wrong-passphrase' | 'kdf-failed' };
export type CreateFailure =
  | WriteFailure
  | { readonly kind: 'passphrase-too-short' | 'vault-exists' | 'storage-failed' | 'kdf-failed' };

/** Whether there is a vault, without opening it. */
export async function findVault(
  local: LocalDomain,
): Promise<Result<'absent' | 'present', { readonly kind: 'damaged' | 'newer' | 'storage-failed' }>> {
  const intact = await requireIntact(local, await readCopies(local));
  if (intact.ok) return ok('present');
  const { kind } = intact.error;
  return kind === 'absent' ? ok('absent') : err({ kind });
}

/** Makes the vault, in both copies, with its first accounts. Refuses where there is any trace of one. */
export async function createVault(
  ports: VaultPorts,
  { passphrase, accounts }: { readonly passphrase: string; readonly accounts: readonly StoredAccount[] },
): Promise<Result<UnlockedVault, CreateFailure>> {
  if (passphraseProblem(passphrase) !== undefined) return err({ kind: 'passphrase-too-short' });
  return await ports.exclusive(async () => {
    const found = await findVault(ports.local);
    if (!found.ok) return err({ kind: found.error.kind === 'storage-failed' ? 'storage-failed' : 'vault-exists' });
    if (found.value === 'present') return err({ kind: 'vault-exists' });
    const vaultKey = randomBytes(KEY_BYTES);
    const place = { vault: crypto.randomUUID(), epoch: 1 };
    const slot = await wrapUnderPassphrase(ports.argon2id, passphrase, vaultKey, place);
    if (!slot.ok) return slot;
    const content = newContent(accounts);
    const described = { ...place, gen: 1, ts: ports.nowMs(), slots: [slot.value] };
    const written = await writeRecord(ports.local, COPY_KEYS, vaultKey, described, content);
    return written.ok ? ok({ ...openedFrom(described, content), vaultKey }) : written;
  });
}

/** The key and the content by the passphrase. Only an intact slot that refuses means `wrong-passphrase`. */
export async function unlockVault(
  ports: VaultPorts,
  passphrase: string,
): Promise<Result<UnlockedVault, UnlockFailure>> {
  const intact = await requireIntact(ports.local, await readCopies(ports.local));
  if (!intact.ok) return intact;
  const tried = new Set<string>();
  // No vault was made with a passphrase this short, and Argon2id itself refuses the shortest.
  const isImpossible = passphraseProblem(passphrase) !== undefined;
  let failure: UnlockFailure = { kind: 'damaged' };
  for (const { record } of intact.value) {
    const { header } = record;
    for (const slot of header.slots.filter(isArgon2idSlot)) {
      const text = JSON.stringify([header.epoch, slot]);
      if (tried.has(text)) continue;
      tried.add(text);
      if (isImpossible) return err({ kind: 'wrong-passphrase' });
      const vaultKey = await unwrapWithPassphrase(ports.argon2id, passphrase, slot, header);
      if (vaultKey.ok) return await openWith(intact.value, vaultKey.value);
      if (vaultKey.error.kind === 'refused') failure = { kind: 'wrong-passphrase' };
      else if (vaultKey.error.kind === 'kdf-failed') return err({ kind: 'kdf-failed' });
    }
  }
  return err(failure);
}

async function openWith(intact: readonly IntactCopy[], vaultKey: Bytes): Promise<Result<UnlockedVault, UnlockFailure>> {
  const opened = await openNewest(intact, vaultKey);
  return opened === undefined ? err({ kind: 'damaged' }) : ok({ ...opened.vault, vaultKey });
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
    const copies = await readCopies(ports.local);
    const intact = await requireIntact(ports.local, copies);
    if (!intact.ok) return intact;
    const opened = await openNewest(intact.value, vaultKey);
    if (opened === undefined) return err({ kind: 'key-refused' });
    if (opened.vault.isReadOnly) return err({ kind: 'read-only' });
    const { v, bs, cipher, ...header } = opened.copy.record.header;
    const { vault, epoch, gen } = header;
    // The vault got a new key while this page still held the old one: what it would write is out of date.
    if (intact.value.some(({ record }) => record.header.epoch > epoch)) return err({ kind: 'key-refused' });
    const content = operation(opened.vault.content);
    const described = { ...header, gen: gen + 1, ts: ports.nowMs() };
    const target = otherKey(opened.copy);
    // A copy that can't be read may be the newest one. It is written over only where the mark says that it is not.
    if (copies.some(({ state }) => state === 'unreadable') && !(await isLastWritten(ports.local, header))) {
      return err({ kind: 'storage-failed' });
    }
    const aside = foreignCopy(copies, target, vault, ports.nowMs());
    const written = await writeRecord(ports.local, [target], vaultKey, described, content, aside);
    return written.ok ? ok(openedFrom(described, content)) : written;
  });
}

/** The copy just opened is the newest valid one and stays; the other is older, damaged or missing, and is written. */
function otherKey({ key }: IntactCopy): CopyKey {
  return key === 'va' ? 'vb' : 'va';
}

async function isLastWritten(local: LocalDomain, { vault, epoch, gen }: Mark): Promise<boolean> {
  const mark = await readMark(local);
  return mark.ok && mark.value?.vault === vault && mark.value.epoch === epoch && mark.value.gen === gen;
}

/** A record of another vault where ours is to be written is kept under another name, until the person decides. */
function foreignCopy(copies: readonly Copy[], target: CopyKey, vault: string, nowMs: number): Record<string, unknown> {
  const copy = copies.find(({ key }) => key === target);
  return copy?.record === undefined || copy.record.header.vault === vault ? {} : { [`old-${nowMs}`]: copy.stored };
}

async function openNewest(
  intact: readonly IntactCopy[],
  vaultKey: Bytes,
): Promise<{ readonly copy: IntactCopy; readonly vault: OpenedVault } | undefined> {
  for (const copy of intact) {
    const content = await openRecord(vaultKey, copy.record);
    if (content.ok) return { copy, vault: openedFrom(copy.record.header, content.value) };
  }
  return undefined;
}

function openedFrom(header: { vault: string; epoch: number; gen: number }, content: VaultContent): OpenedVault {
  const { vault, epoch, gen } = header;
  return { vaultId: vault, epoch, generation: gen, content, isReadOnly: content.content > CONTENT_VERSION };
}
