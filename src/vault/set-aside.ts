/**
 * What is set aside: everything that stood in both domains, as one text under `old-<milliseconds>`, until the person deletes
 * it. The same text is what is offered for download when a vault is damaged.
 */
import { err, ok, type Result } from '../result';
import { trySet } from './commit';
import { COPY_KEYS, type Copy, MIRROR_KEY, readAllCopies, SNAPSHOT_KEYS } from './copies';
import { removeDeviceKey } from './device-key';
import { OLD_KEY } from './kept-keys';
import { MARK_KEY } from './mark';
import type { Domain, Domains, LocalDomain, VaultPorts } from './storage';
import { isIntact } from './stored-record';

const VAULT_KEYS = [...COPY_KEYS, ...SNAPSHOT_KEYS, MARK_KEY];

export interface SetAside {
  readonly key: string;
  readonly atMs: number;
  /** Characters. */
  readonly length: number;
}

export type SetAsideFailure = { readonly kind: 'storage-failed' | 'storage-full' | 'newer' };

/** `{"halfminute":"stored bytes 1", key: value, ..., "mirror": [record, ...]}`: what can be read, and nothing secret. */
export async function setAsideText({ local, mirror }: Domains): Promise<string> {
  const read: (readonly [string, unknown])[] = await Promise.all([
    ...VAULT_KEYS.map(async (key) => [key, await readable(local, key)] as const),
    readable(mirror, MIRROR_KEY).then((records) => [MIRROR_KEY, records] as const),
  ]);
  const there = read.filter(([, value]) => isThere(value));
  return JSON.stringify({ halfminute: 'stored bytes 1', ...Object.fromEntries(there) });
}

/** The same, read twice: undefined where the two differ, since what one bad read leaves out is about to be taken away. */
export async function steadySetAsideText(domains: Domains): Promise<string | undefined> {
  const text = await setAsideText(domains);
  return (await setAsideText(domains)) === text ? text : undefined;
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

async function readable(domain: Domain, key: string): Promise<unknown> {
  try {
    return await domain.get(key);
  } catch {
    return undefined;
  }
}

/** What is about to be set aside. */
export interface Bundle {
  readonly key: string;
  readonly text: string;
}

/** What can't be read can't be kept: `refuse` stops there, `give-up` goes on without it, which is the person's to say. */
export type OnUnreadable = 'refuse' | 'give-up';

/**
 * Reads all that stands in both domains, to be written under `old-<milliseconds>`. Only under the lock. Refuses where a newer
 * version wrote it.
 */
export async function readBundle(
  ports: VaultPorts,
  onUnreadable: OnUnreadable = 'refuse',
): Promise<Result<Bundle, SetAsideFailure>> {
  const { local, mirror } = ports;
  const key = `old-${ports.nowMs()}`;
  try {
    if (onUnreadable === 'refuse') {
      for (const name of VAULT_KEYS) await local.get(name);
      for (const name of [MIRROR_KEY, MARK_KEY]) await mirror.get(name);
    }
    const { copies } = await readAllCopies(ports);
    if (copies.some(({ state }) => state === 'newer')) return err({ kind: 'newer' });
    const text = await steadySetAsideText(ports);
    return text === undefined ? err({ kind: 'storage-failed' }) : ok({ key, text });
  } catch {
    return err({ kind: 'storage-failed' });
  }
}

/**
 * Leaves no trace of a vault where the next one will stand, and keeps all that stood there. Refuses where either domain can't
 * be emptied: what is left would be found again.
 */
export async function startOver(
  ports: VaultPorts,
  onUnreadable: OnUnreadable = 'refuse',
): Promise<Result<void, SetAsideFailure>> {
  return await ports.exclusive(async () => {
    const bundle = await readBundle(ports, onUnreadable);
    return bundle.ok ? await leaveNothing(ports, bundle.value) : bundle;
  });
}

async function leaveNothing(ports: VaultPorts, { key, text }: Bundle): Promise<Result<void, SetAsideFailure>> {
  const { local, mirror, deviceKeyCells } = ports;
  try {
    // What can't be read can't be emptied either.
    await mirror.get(MIRROR_KEY);
    const kept = await trySet(local, { [key]: text });
    if (!kept.ok) return kept;
    if ((await local.get(key)) !== text) return err({ kind: 'storage-failed' });
    for (const cell of deviceKeyCells) await cell.keepAs(key);
    await clear(mirror, [MIRROR_KEY, MARK_KEY]);
    await clear(local, VAULT_KEYS);
  } catch {
    return err({ kind: 'storage-failed' });
  }
  await removeDeviceKey(ports);
  return ok(undefined);
}

/** Keeps the device key for what was set aside under that name, and only then removes it. Otherwise it stays. */
export async function retireDeviceKey(ports: VaultPorts, key: string): Promise<void> {
  const kept = await Promise.allSettled(ports.deviceKeyCells.map(async (cell) => await cell.keepAs(key)));
  if (kept.every(({ status }) => status === 'fulfilled')) await removeDeviceKey(ports);
}

/** Rejects where anything is left. */
async function clear(domain: Domain, keys: readonly string[]): Promise<void> {
  await domain.remove(keys);
  for (const key of keys) if (isThere(await domain.get(key))) throw new Error('It was not removed.');
}

/**
 * What to write beside a record of the vault `vault`, so that records of other vaults, which may be written over, are kept:
 * each once, and none that is kept already.
 */
export async function setAsideForeign(
  { local, nowMs }: VaultPorts,
  copies: readonly Copy[],
  vault: string,
): Promise<Readonly<Record<string, string>>> {
  const foreign = copies.filter(isIntact).filter(({ record }) => record.header.vault !== vault);
  const texts = new Set(foreign.map(({ stored }) => stored));
  if (texts.size === 0) return {};
  const listed = await listSetAside(local);
  const kept = listed.ok ? listed.value : [];
  for (const { key } of kept) texts.delete(String(await readable(local, key)));
  const firstMs = Math.max(nowMs(), ...kept.map(({ atMs }) => atMs + 1));
  return Object.fromEntries([...texts].map((text, place) => [`old-${firstMs + place}`, text]));
}

/** Newest first. */
export async function listSetAside(
  local: LocalDomain,
): Promise<Result<readonly SetAside[], { readonly kind: 'storage-failed' }>> {
  try {
    const keys = (await local.keys()).filter((key) => OLD_KEY.test(key));
    const found = keys.map(async (key) => ({
      key,
      atMs: Number(OLD_KEY.exec(key)?.[1]),
      length: String((await readable(local, key)) ?? '').length,
    }));
    return ok((await Promise.all(found)).sort((a, b) => b.atMs - a.atMs));
  } catch {
    return err({ kind: 'storage-failed' });
  }
}

export async function readSetAside(
  local: LocalDomain,
  key: string,
): Promise<Result<string, { readonly kind: 'storage-failed' }>> {
  const text = OLD_KEY.test(key) ? await readable(local, key) : undefined;
  return typeof text === 'string' ? ok(text) : err({ kind: 'storage-failed' });
}

/** For good. */
export async function deleteSetAside(
  { local, deviceKeyCells }: VaultPorts,
  key: string,
): Promise<Result<void, { readonly kind: 'storage-failed' }>> {
  if (!OLD_KEY.test(key)) return err({ kind: 'storage-failed' });
  try {
    await local.remove([key]);
    // The key that opens it must not go before it.
    if (isThere(await local.get(key))) return err({ kind: 'storage-failed' });
    for (const cell of deviceKeyCells) await cell.removeKept(key);
    return ok(undefined);
  } catch {
    return err({ kind: 'storage-failed' });
  }
}
