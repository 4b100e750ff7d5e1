/** The person's choices: when Halfminute locks, sealed in the vault, and how it looks: see look.ts. */
import { exclusive } from '../platform/exclusive';
import { writeStored } from '../platform/storage';
import { err, ok, type Result } from '../result';
import { LOCK_CHOICES, type LockAfter, withLockAfter } from '../vault/settings';
import { type ChangeFailure, changeVault } from './change';
import { LOOK_KEY, type Look, readLook } from './look';
import { renewSession } from './session-key';

export { type Look, ORDERS, type Order, THEMES, type Theme } from './look';
export { LOCK_CHOICES, type LockAfter };

/** From now on: the running session gets its new end at once. */
export async function chooseLockAfter(lockAfter: LockAfter): Promise<Result<void, ChangeFailure>> {
  const changed = await changeVault((content) => withLockAfter(content, lockAfter));
  if (!changed.ok) return changed;
  await renewSession(lockAfter, Date.now());
  return ok(undefined);
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
