/** What is done to a group as a whole. */
import type { Account } from '../src/app/account';
import { dropGroup, makeGroup, nameGroup } from '../src/app/arrange';
import type { StoredGroup } from '../src/app/home';
import { errorText } from '../src/ui/error-text';
import { say, sayFailure, whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { shortName } from './short-name';

/** What is wrong with the name; undefined where it is another matter or nothing is. */
export async function rename(
  { id, name: before }: StoredGroup,
  name: string,
): Promise<{ readonly isDone: boolean; readonly nameError?: string }> {
  let outcome: { readonly isDone: boolean; readonly nameError?: string } = { isDone: false };
  await whileBusy('change', async () => {
    const named = await nameGroup(id, name);
    if (named.ok) {
      outcome = { isDone: true };
      if (name.trim() !== before) say(t('groupRenamed', shortName(name.trim())), () => backToName(id, before));
    } else if (named.error.kind === 'group-name-taken' || named.error.kind === 'group-name-empty')
      outcome = { isDone: false, nameError: errorText(named.error) };
    else await sayFailure(named.error);
  });
  return outcome;
}

async function backToName(id: string, name: string): Promise<void> {
  await whileBusy('change', async () => {
    const named = await nameGroup(id, name);
    if (named.ok) say(t('groupRenamed', shortName(name)));
    else await sayFailure(named.error);
  });
}

/** Answers whether it is done. */
export async function drop({ id, name }: StoredGroup, accounts: readonly Account[]): Promise<boolean> {
  let isDone = false;
  const ids = accounts.filter(({ groupId }) => groupId === id).map((account) => account.id);
  await whileBusy('change', async () => {
    const dropped = await dropGroup(id);
    if (!dropped.ok) return await sayFailure(dropped.error);
    isDone = true;
    say(t('groupDeleted', shortName(name)), () => makeAgain(name, ids));
  });
  return isDone;
}

async function makeAgain(name: string, ids: readonly string[]): Promise<void> {
  await whileBusy('change', async () => {
    const made = await makeGroup(name, ids);
    if (made.ok) say(t('groupBack', shortName(name)));
    else await sayFailure(made.error);
  });
}
