/**
 * Accounts scanned or pasted and not yet saved. A popup closes at any click, so they wait in `storage.session`: sealed
 * under the vault key while the vault is unlocked, else in memory only. Some may wait in either form at once, when the vault
 * locked itself between two of them. They end when saved, discarded or after a day.
 */
import type { AccountDetails } from '../otp/otp';
import { exclusive } from '../platform/exclusive';
import { readStored, removeStored, writeStored } from '../platform/storage';
import { isFillableUrl } from '../sites/fillable-origin';
import { type StoredAccount, storedFrom } from '../vault/account';
import type { Bytes } from '../vault/bytes';
import { openPending, sealPending } from '../vault/pending';
import { PENDING_KEY } from './names';
import { findSessionKey } from './session-key';

export const PENDING_MS = 24 * 60 * 60 * 1000;

/** An account that waits; where it was scanned on a page into which codes may be filled, with the origin of that page. */
export type PendingAccount = StoredAccount & { readonly foundAt?: string };

/** What comes in, and the origin of the page it was scanned on, if it was. */
export interface FoundAccount {
  readonly account: AccountDetails;
  readonly foundAt?: string | undefined;
}

type Waiting = readonly PendingAccount[];

interface StoredPending {
  readonly atMs: number;
  /** Each sealed by itself. One that the key at hand does not open stays as it is: the right key may come. */
  readonly sealed: readonly string[];
  readonly plain: Waiting;
}

const NOTHING: StoredPending = { atMs: 0, sealed: [], plain: [] };

/** What waits, oldest first, as far as `vaultKey` opens it. Nothing where it is too old. */
export async function readPending(vaultKey: Bytes | undefined, nowMs: number): Promise<Waiting> {
  return (await openAll([vaultKey], nowMs)).waiting;
}

/** Adds accounts behind those that already wait. */
export async function addPending(found: readonly FoundAccount[], nowMs: number): Promise<void> {
  await exclusive(async () => await addPendingUnderLock(found, nowMs));
}

/** The same for who holds the lock already. */
export async function addPendingUnderLock(found: readonly FoundAccount[], nowMs: number): Promise<void> {
  if (found.length === 0) return;
  const added = found.map((one) => pendingFrom(one, nowMs));
  await changeUnderLock(nowMs, (waiting) => [...waiting, ...added]);
}

function pendingFrom({ account, foundAt }: FoundAccount, nowMs: number): PendingAccount {
  const stored = storedFrom(account, crypto.randomUUID(), nowMs);
  if (foundAt === undefined) return stored;
  return { ...stored, unverified: true, ...(isFillableUrl(foundAt) ? { foundAt } : {}) };
}

/** As it goes into the vault: where it was found stays outside. */
export function withoutPlace({ foundAt: _foundAt, ...account }: PendingAccount): StoredAccount {
  return account as StoredAccount;
}

/** Whether anything waits, also what no key at hand opens. */
export async function hasPending(nowMs: number): Promise<boolean> {
  return (await readCurrent(nowMs)) !== NOTHING;
}

export async function dropPending(ids: readonly string[], nowMs: number): Promise<void> {
  await exclusive(async () => {
    await changeUnderLock(nowMs, (waiting) => waiting.filter(({ id }) => !ids.includes(id)));
  });
}

/** Seals under `vaultKey` what waits in plain memory, and what waits under `oldKey`. */
export async function sealAllPending(vaultKey: Bytes, nowMs: number, oldKey?: Bytes): Promise<void> {
  await exclusive(async () => {
    const { waiting, unopened } = await openAll([vaultKey, oldKey], nowMs);
    await write(waiting, vaultKey, unopened, nowMs);
  });
}

/** With the key that is in force once the lock is held. */
async function changeUnderLock(nowMs: number, operation: (waiting: Waiting) => Waiting): Promise<void> {
  const vaultKey = (await findSessionKey(nowMs))?.vaultKey;
  const { waiting, unopened } = await openAll([vaultKey], nowMs);
  await write(operation(waiting), vaultKey, unopened, nowMs);
}

async function openAll(
  keys: readonly (Bytes | undefined)[],
  nowMs: number,
): Promise<{ readonly waiting: Waiting; readonly unopened: readonly string[] }> {
  const { sealed, plain } = await readCurrent(nowMs);
  const waiting: PendingAccount[] = [];
  const unopened: string[] = [];
  for (const one of sealed) {
    const text = await openWithAny(keys, one);
    if (text === undefined) unopened.push(one);
    else waiting.push(...(JSON.parse(text) as Waiting));
  }
  return { waiting: [...waiting, ...plain], unopened };
}

async function openWithAny(keys: readonly (Bytes | undefined)[], sealed: string): Promise<string | undefined> {
  for (const key of keys) {
    const opened = key === undefined ? undefined : await openPending(key, sealed);
    if (opened?.ok) return opened.value;
  }
  return undefined;
}

async function write(
  waiting: Waiting,
  vaultKey: Bytes | undefined,
  unopened: readonly string[],
  nowMs: number,
): Promise<void> {
  if (waiting.length === 0 && unopened.length === 0) return await removeStored('session', [PENDING_KEY]);
  const isSealed = vaultKey !== undefined && waiting.length > 0;
  const kept: StoredPending = {
    atMs: nowMs,
    sealed: isSealed ? [...unopened, await sealPending(vaultKey, JSON.stringify(waiting))] : unopened,
    plain: isSealed ? [] : waiting,
  };
  await writeStored('session', { [PENDING_KEY]: kept });
}

async function readCurrent(nowMs: number): Promise<StoredPending> {
  const stored = (await readStored('session', PENDING_KEY)) as StoredPending | undefined;
  if (stored === undefined) return NOTHING;
  if (nowMs - stored.atMs <= PENDING_MS) return stored;
  await removeStored('session', [PENDING_KEY]);
  return NOTHING;
}
