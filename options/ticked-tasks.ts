/** What is done to several accounts at once: each in one write, with the way back beside the sentence that tells it. */
import type { Account } from '../src/app/account';
import { bringBackAll, deleteAccounts, makeGroup, type Place, pin, putIntoGroup } from '../src/app/arrange';
import type { StoredGroup } from '../src/app/home';
import { accountCount } from '../src/ui/amounts';
import { say, sayFailure, whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { shortName } from './short-name';

const idsOf = (accounts: readonly Account[]) => accounts.map(({ id }) => id);

export async function pinTicked(accounts: readonly Account[], isPinned: boolean): Promise<void> {
  const changed = accounts.filter((account) => (account.pinned === true) !== isPinned);
  await whileBusy('change', async () => {
    const done = await pin(idsOf(changed), isPinned);
    if (!done.ok) return await sayFailure(done.error);
    const words = isPinned ? 'pinnedNotice' : 'unpinnedNotice';
    say(t(words, accountCount(changed.length)), async () => await pinTicked(changed, !isPinned));
  });
}

/** Out of any group where there is none. Answers whether it is done. */
export async function groupTicked(accounts: readonly Account[], group: StoredGroup | undefined): Promise<boolean> {
  let isDone = false;
  await whileBusy('change', async () => {
    const done = await putIntoGroup(idsOf(accounts), group?.id);
    if (!done.ok) return await sayFailure(done.error);
    isDone = true;
    sayGrouped(accounts, group);
  });
  return isDone;
}

export async function groupTickedAnew(accounts: readonly Account[], name: string): Promise<boolean> {
  let isDone = false;
  await whileBusy('change', async () => {
    const id = crypto.randomUUID();
    const made = await makeGroup(name, idsOf(accounts), id);
    if (!made.ok) return await sayFailure(made.error);
    isDone = true;
    sayGrouped(accounts, made.value, id);
  });
  return isDone;
}

function sayGrouped(accounts: readonly Account[], group: StoredGroup | undefined, madeFor?: string): void {
  const count = accountCount(accounts.length);
  const words = group === undefined ? t('groupLeftNotice', count) : t('groupPutNotice', shortName(group.name), count);
  say(words, async () => await ungroup(accounts, madeFor));
}

/** Each back to where it was. The group `madeFor` them goes where nothing is left in it. */
async function ungroup(accounts: readonly Account[], madeFor?: string): Promise<void> {
  await whileBusy('change', async () => {
    for (const groupId of new Set(accounts.map((account) => account.groupId))) {
      const those = accounts.filter((account) => account.groupId === groupId);
      const done = await putIntoGroup(idsOf(those), groupId, madeFor);
      if (!done.ok) return await sayFailure(done.error);
    }
    say(t('restoredSeveral', accountCount(accounts.length)));
  });
}

/** Answers whether it is done. */
export async function deleteTicked(accounts: readonly Account[]): Promise<boolean> {
  let isDone = false;
  await whileBusy('change', async () => {
    const deleted = await deleteAccounts(idsOf(accounts));
    if (!deleted.ok) return await sayFailure(deleted.error);
    isDone = true;
    const places = deleted.value;
    say(t('deletedSeveral', accountCount(places.length)), async () => await bringBackTicked(places));
  });
  return isDone;
}

async function bringBackTicked(places: readonly Place[]): Promise<void> {
  await whileBusy('change', async () => {
    const restored = await bringBackAll(places);
    if (restored.ok) say(t('restoredSeveral', accountCount(places.length)));
    else await sayFailure(restored.error);
  });
}
