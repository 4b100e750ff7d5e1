/** What both pages do with accounts that wait: each says how it went, and what could not be saved waits on. */
import type { Account } from '../app/account';
import { discardPending, type FirstAccounts, type Incoming, saveAccounts, saveFirstAccounts } from '../app/save';
import { accountCount } from './amounts';
import { missingText } from './export-text';
import { home, notice, refresh, say, sayFailure, whileBusy } from './page-state';
import { remarks } from './picture-remarks';
import { t } from './text';

/** Into the vault there is, in one go. `onSaved` comes before everything is read anew. */
export async function saveIncoming(
  incoming: readonly Incoming[],
  discardedIds: readonly string[],
  onSaved: (accounts: readonly Account[]) => void,
): Promise<void> {
  await whileBusy('save', async () => {
    const saved = await saveAccounts(incoming, discardedIds);
    if (!saved.ok) return await sayFailure(saved.error, t('stillWaits'));
    saySaved(
      incoming.map(({ account }) => account),
      onSaved,
    );
  });
}

/** The first accounts make the vault: under a passphrase, or under none. */
export async function saveFirst(
  first: FirstAccounts,
  passphrase: string | undefined,
  onSaved: (accounts: readonly Account[]) => void,
): Promise<void> {
  await whileBusy('save', async () => {
    const credential =
      passphrase === undefined ? ({ kind: 'device' } as const) : ({ kind: 'passphrase', passphrase } as const);
    const saved = await saveFirstAccounts(first, credential);
    if (!saved.ok) return await sayFailure(saved.error, t('stillWaits'));
    saySaved(first.accounts, onSaved);
  });
}

export async function discard(accounts: readonly Account[]): Promise<void> {
  notice.value = undefined;
  remarks.value = [];
  const discarded = await discardPending(
    accounts.map(({ id }) => id),
    'forget',
  );
  if (!discarded.ok) return await sayFailure(discarded.error);
  await refresh();
}

function saySaved(accounts: readonly Account[], onSaved: (accounts: readonly Account[]) => void): void {
  const now = home.value;
  const batches = now?.state === 'unlocked' || now?.state === 'absent' ? now.batches : [];
  const saved = accounts.length === 1 ? t('savedNotice') : t('savedMany', accountCount(accounts.length));
  const missing = batches.flatMap((batch) =>
    batch.missing.length > 0 ? [missingText(batch.missing, batch.size)] : [],
  );
  remarks.value = [];
  onSaved(accounts);
  say([saved, ...missing].join(' '));
}
