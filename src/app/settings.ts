/** The person's choices: when Halfminute locks (sealed, in the vault) and how it looks (plain: the locked screen needs it). */
import { exclusive } from '../platform/exclusive';
import { onStoredChange, readStored, writeStored } from '../platform/storage';
import { err, ok, type Result } from '../result';
import { LOCK_CHOICES, type LockAfter, withLockAfter } from '../vault/settings';
import { type ChangeFailure, changeVault } from './change';
import { renewSession } from './session-key';

export { LOCK_CHOICES, type LockAfter };

/** From now on: the running session gets its new end at once. */
export async function chooseLockAfter(lockAfter: LockAfter): Promise<Result<void, ChangeFailure>> {
  const changed = await changeVault((content) => withLockAfter(content, lockAfter));
  if (!changed.ok) return changed;
  await renewSession(lockAfter, Date.now());
  return ok(undefined);
}

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
/** The person's own order, by name, or the newest first. */
export const ORDERS = ['own', 'name', 'newest'] as const;
export type Order = (typeof ORDERS)[number];

export interface Look {
  readonly theme: Theme;
  readonly order: Order;
  /** Codes are shown where the pointer or the keys are. */
  readonly hidesCodes: boolean;
}

const LOOK_KEY = 'look';

/** How the pages look; the usual way where nothing was chosen or it can't be read. */
export async function readLook(): Promise<Look> {
  const look = (await readStored('local', LOOK_KEY).catch(() => undefined)) as Partial<Look> | undefined;
  return {
    theme: THEMES.find((theme) => theme === look?.theme) ?? 'system',
    order: ORDERS.find((order) => order === look?.order) ?? 'own',
    hidesCodes: look?.hidesCodes === true,
  };
}

export async function changeLook(changes: Partial<Look>): Promise<Result<void, { readonly kind: 'storage-failed' }>> {
  try {
    // Two pages may each change another part of it.
    await exclusive(async () => await writeStored('local', { [LOOK_KEY]: { ...(await readLook()), ...changes } }));
    return ok(undefined);
  } catch {
    return err({ kind: 'storage-failed' });
  }
}

export function onLookChange(changed: () => void): void {
  onStoredChange((domain, keys) => {
    if (domain === 'local' && keys.includes(LOOK_KEY)) changed();
  });
}
