/** What both pages do with accounts: each says how it went, and what can be undone is offered to be. */
import type { Account } from '../app/account';
import { type AccountEdit, changeAccount, deleteAccount, deleteForGood, undelete } from '../app/edit';
import type { StoredGroup } from '../app/home';
import { say, sayFailure, whileBusy } from './page-state';
import { t } from './text';

/** Answers whether it is written. `groupName`: of the group it goes into, which is made. */
export async function change(account: Account, edit: AccountEdit, groupName?: string): Promise<boolean> {
  const group = groupName === undefined ? undefined : { id: crypto.randomUUID(), name: groupName.trim() };
  return await write(account, edit, group);
}

/** `madeFor`: the group that was made for it, and goes with it. */
async function write(account: Account, edit: AccountEdit, group?: StoredGroup, madeFor?: string): Promise<boolean> {
  let isDone = false;
  await whileBusy('change', async () => {
    const changed = await changeAccount(account, edit, group, madeFor);
    if (!changed.ok) return await sayFailure(changed.error);
    isDone = true;
    if (Object.keys(changed.value).length === 0) return;
    // Whichever group it is by now: the way back leads out of it.
    const changedTo = { ...account, ...edit, ...(group === undefined ? {} : { groupId: group.id }) } as Account;
    say(t('changedNotice'), async () => void (await write(changedTo, changed.value, undefined, group?.id)));
  });
  return isDone;
}

export async function remove(account: Account): Promise<boolean> {
  let isDone = false;
  await whileBusy('change', async () => {
    const deleted = await deleteAccount(account.id);
    if (!deleted.ok) return await sayFailure(deleted.error);
    isDone = true;
    say(t('deletedNotice'), async () => await bringBack(account.id, deleted.value));
  });
  return isDone;
}

export async function bringBack(id: string, place?: number): Promise<void> {
  await whileBusy('change', async () => {
    const restored = await undelete(id, place);
    if (restored.ok) say(t('restoredNotice'));
    else await sayFailure(restored.error);
  });
}

export async function forget(id: string): Promise<void> {
  await whileBusy('change', async () => {
    const forgotten = await deleteForGood(id);
    if (!forgotten.ok) await sayFailure(forgotten.error);
  });
}
