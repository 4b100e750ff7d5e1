/**
 * What is set aside: everything that stood in both domains, as one text under `old-<milliseconds>`, until the person deletes
 * it. The same text is what is offered for download when a vault is damaged.
 */
import { err, ok, type Result } from '../result';
import { trySet } from './commit';
import { COPY_KEYS, MIRROR_KEY, readAllCopies } from './copies';
import { removeDeviceKey } from './device-key';
import { MARK_KEY } from './mark';
import { SNAPSHOT_KEYS } from './snapshots';
import type { Domain, Domains, LocalDomain, VaultPorts } from './storage';

const VAULT_KEYS = [...COPY_KEYS, ...SNAPSHOT_KEYS, MARK_KEY];
const OLD_KEY = /^old-(\d{1,16})$/;

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

/**
 * Leaves no trace of a vault where the next one will stand, and keeps all that stood there. Refuses where anything can't be
 * read, since it would be lost, and where a newer version wrote it.
 */
export async function startOver(ports: VaultPorts): Promise<Result<void, SetAsideFailure>> {
  return await ports.exclusive(() => setAsideAll(ports));
}

/** The same where the lock is held already. */
export async function setAsideAll(ports: VaultPorts): Promise<Result<void, SetAsideFailure>> {
  const { local, mirror, deviceKeyCells } = ports;
  const key = `old-${ports.nowMs()}`;
  try {
    for (const name of VAULT_KEYS) await local.get(name);
    for (const name of [MIRROR_KEY, MARK_KEY]) await mirror.get(name);
    const { copies } = await readAllCopies(ports);
    if (copies.some(({ state }) => state === 'newer')) return err({ kind: 'newer' });
    const text = await steadySetAsideText(ports);
    if (text === undefined) return err({ kind: 'storage-failed' });
    const kept = await trySet(local, { [key]: text });
    if (!kept.ok) return kept;
    if ((await local.get(key)) !== text) return err({ kind: 'storage-failed' });
    for (const cell of deviceKeyCells) await cell.keepAs(key);
    await mirror.remove([MIRROR_KEY, MARK_KEY]);
    await local.remove(VAULT_KEYS);
    for (const name of VAULT_KEYS) if (isThere(await local.get(name))) return err({ kind: 'storage-failed' });
    if (isThere(await mirror.get(MIRROR_KEY))) return err({ kind: 'storage-failed' });
  } catch {
    return err({ kind: 'storage-failed' });
  }
  await removeDeviceKey(deviceKeyCells);
  return ok(undefined);
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
