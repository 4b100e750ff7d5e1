/**
 * The vault key while unlocked: in `storage.session`, which lives in memory and ends with the browser. Its deadline is
 * checked at every access, so a stopped background or a suspended computer can't stretch it.
 */
import { setAlarm } from '../platform/alarms';
import { exclusiveSession } from '../platform/exclusive';
import { readStored, removeStored, writeStored } from '../platform/storage';
import { decodeBase64, encodeBase64 } from '../vault/base64';
import type { Bytes } from '../vault/bytes';
import type { News } from '../vault/heal';
import type { LockAfter } from '../vault/settings';
import { LOCK_ALARM } from './names';

export const SESSION_KEY = 'unlocked';
const CLOCK_SLACK_MS = 60_000;
const MINUTE_MS = 60_000;
const UNLOCK_MS: Readonly<Record<LockAfter, number>> = {
  '5-minutes-unused': 5 * MINUTE_MS,
  '15-minutes': 15 * MINUTE_MS,
  '1-hour': 60 * MINUTE_MS,
  '8-hours': 8 * 60 * MINUTE_MS,
  restart: Number.POSITIVE_INFINITY,
};

interface StoredKey {
  readonly key: string;
  /** Milliseconds since 1970; null where only the end of the browser's session locks. */
  readonly deadline: number | null;
  readonly lastSeen: number;
  /** Set where every use gives this many milliseconds more. */
  readonly useMs?: number;
  /** When the person last proved to be the one: milliseconds since 1970. */
  readonly confirmedMs?: number;
  /** What the person has not been told yet, or has not taken away. */
  readonly news?: News;
  /** Set where the two domains differ and could not be mended: whoever opens the vault must look at both. */
  readonly isTorn?: true;
}

export interface SessionKey {
  readonly vaultKey: Bytes;
  /** Undefined where only the end of the browser's session locks. */
  readonly deadlineMs: number | undefined;
  /** When the passphrase was last given; in a vault of this device, when the person last confirmed. */
  readonly confirmedMs: number | undefined;
  readonly news: News | undefined;
  readonly isTorn: boolean;
}

/** The key, unless there is none, its time is over, or the clock was turned back to before it was last used. */
export async function findSessionKey(nowMs: number): Promise<SessionKey | undefined> {
  const stored = await readStored('session', SESSION_KEY);
  if (stored === undefined) return undefined;
  const key = isStoredKey(stored) && isCurrent(stored, nowMs) ? decodeBase64(stored.key) : undefined;
  if (!isStoredKey(stored) || !key?.ok) {
    await dropSessionKey();
    return undefined;
  }
  if (nowMs - stored.lastSeen > CLOCK_SLACK_MS) await change((latest) => keep({ ...latest, lastSeen: nowMs }));
  const { deadline, confirmedMs, news, isTorn = false } = stored;
  return { vaultKey: key.value, deadlineMs: deadline ?? undefined, confirmedMs, news, isTorn };
}

/** What a session starts with. */
export interface NewSession {
  readonly vaultKey: Bytes;
  readonly lockAfter: LockAfter;
  /** Whether the person has just given the passphrase. */
  readonly isConfirmed: boolean;
  readonly isTorn: boolean;
  readonly news: News | undefined;
}

/** Keeps the key for as long as the person chose. */
export async function keepSessionKey(session: NewSession, nowMs: number): Promise<void> {
  const { vaultKey, lockAfter, isConfirmed, isTorn, news } = session;
  const known = {
    ...(isConfirmed ? { confirmedMs: nowMs } : {}),
    ...(news === undefined ? {} : { news }),
    ...(isTorn ? { isTorn: true as const } : {}),
  };
  await exclusiveSession(() => keepFor(lockAfter, { key: encodeBase64(vaultKey), ...known }, nowMs));
}

/** What a session goes on with after the vault got another key or passphrase, which the person has just chosen. */
export interface NextKey {
  readonly vaultKey: Bytes;
  readonly lockAfter: LockAfter;
  /** What was to be told before stays where this is left out. */
  readonly news?: News;
}

/**
 * Puts the vault's new key in the place of `oldKey`; answers whether a session goes on with it. Finding that key takes
 * seconds: a session that was locked meanwhile stays so, and one of another vault keeps its own key.
 */
export async function replaceSessionKey(
  oldKey: Bytes,
  { vaultKey, lockAfter, news }: NextKey,
  nowMs: number,
): Promise<boolean> {
  const key = encodeBase64(vaultKey);
  const known = [key, encodeBase64(oldKey)];
  let isReplaced = false;
  await change(async (latest) => {
    if (!isCurrent(latest, nowMs) || !known.includes(latest.key)) return;
    // All local copies were just written: they tell the newest state.
    const { isTorn: _isTorn, ...kept } = latest;
    await keepFor(lockAfter, { ...kept, key, confirmedMs: nowMs, ...(news === undefined ? {} : { news }) }, nowMs);
    isReplaced = true;
  });
  return isReplaced;
}

/** The person has proved again to be the one. */
export async function confirmSession(nowMs: number): Promise<void> {
  await change((latest) => keep({ ...latest, confirmedMs: nowMs }));
}

/** What is to be told from now on; nothing where it is undefined. */
export async function keepNews(news: News | undefined): Promise<void> {
  await change(async ({ news: _old, ...latest }) => await keep(news === undefined ? latest : { ...latest, news }));
}

/** The running session lasts from now on as `lockAfter` says. A session that was locked meanwhile stays so. */
export async function renewSession(lockAfter: LockAfter, nowMs: number): Promise<void> {
  await change((latest) => keepFor(lockAfter, latest, nowMs));
}

/** Somebody used a page of Halfminute. Where the lock waits for the last use, it waits from here. */
export async function noteUse(nowMs: number): Promise<void> {
  await change(async (latest) => {
    if (latest.useMs === undefined || !isCurrent(latest, nowMs)) return;
    await keepUntil(nowMs + latest.useMs, { ...latest, lastSeen: nowMs });
  });
}

export async function dropSessionKey(): Promise<void> {
  await exclusiveSession(() => removeStored('session', [SESSION_KEY]));
}

/** Under the lock, and only where there is a key still: what was locked meanwhile must not come back. */
async function change(operation: (latest: StoredKey) => Promise<void>): Promise<void> {
  await exclusiveSession(async () => {
    const latest = await readStored('session', SESSION_KEY);
    if (isStoredKey(latest)) await operation(latest);
  });
}

type Kept = Omit<StoredKey, 'deadline' | 'lastSeen' | 'useMs'>;

async function keepFor(lockAfter: LockAfter, stored: Kept, nowMs: number): Promise<void> {
  const lastsMs = UNLOCK_MS[lockAfter];
  const deadline = Number.isFinite(lastsMs) ? nowMs + lastsMs : null;
  const { deadline: _deadline, useMs: _useMs, ...known } = stored as Partial<StoredKey> & Kept;
  const useMs = lockAfter === '5-minutes-unused' ? { useMs: lastsMs } : {};
  await keepUntil(deadline, { ...known, lastSeen: nowMs, ...useMs });
}

async function keepUntil(deadline: number | null, stored: Omit<StoredKey, 'deadline'>): Promise<void> {
  await keep({ ...stored, deadline });
  if (deadline !== null) await setAlarm(LOCK_ALARM, deadline);
}

async function keep(stored: StoredKey): Promise<void> {
  await writeStored('session', { [SESSION_KEY]: stored });
}

function isCurrent({ deadline, lastSeen }: StoredKey, nowMs: number): boolean {
  return (deadline === null || nowMs <= deadline) && nowMs >= lastSeen - CLOCK_SLACK_MS;
}

function isStoredKey(value: unknown): value is StoredKey {
  const stored = value as Partial<StoredKey> | null | undefined;
  return (
    typeof stored === 'object' &&
    typeof stored?.key === 'string' &&
    (stored.deadline === null || Number.isSafeInteger(stored.deadline)) &&
    Number.isSafeInteger(stored.lastSeen)
  );
}
