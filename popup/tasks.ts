/** What the popup's buttons do. Each says how it went in one notice. */

import { openBackups } from '../src/app/about';
import type { Account } from '../src/app/account';
import { takeIntent } from '../src/app/intent';
import { enrolledBy, type PageScan, receiveAccounts, receiveLink, receiveScan } from '../src/app/receive';
import { discardPending, saveAccount, saveFirstAccount } from '../src/app/save';
import type { AccountDetails } from '../src/otp/otp';
import { home, notice, refresh, say, sayFailure, whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { endTask, turnTo } from './state';

export async function scan(): Promise<void> {
  await whileBusy('scan', async () => {
    const received = await receiveScan();
    if (!received.ok) sayFailure(received.error);
    else turnTo(received.value === undefined ? undefined : { name: 'choose-code', scan: received.value });
  });
}

/** A link that is an account waits as pending; any other is explained, and stays in its field. */
export async function paste(link: string): Promise<void> {
  const received = await receiveLink(link);
  if (!received.ok) return sayFailure(received.error);
  turnTo(undefined);
  await refresh();
}

/** Accounts from any other door: they wait, to be looked at one by one. */
export async function receive(accounts: readonly AccountDetails[]): Promise<void> {
  const received = await receiveAccounts(accounts);
  if (!received.ok) return sayFailure(received.error);
  turnTo(undefined);
  await refresh();
}

export async function receiveAll(found: PageScan): Promise<void> {
  await receive(enrolledBy(found));
}

/** With a vault the account is saved, in the place of `replacedId` where one is named; without one, a passphrase is chosen first. */
export async function save(account: Account, replacedId?: string): Promise<void> {
  if (home.value?.state === 'absent') return turnTo({ name: 'choose-passphrase', account });
  await whileBusy('save', async () => {
    const saved = await saveAccount(account, replacedId);
    if (!saved.ok) return sayFailure(saved.error, t('stillWaits'));
    saySaved(account);
  });
}

/** The first account makes the vault: under a passphrase, or under none. */
export async function saveFirst(account: Account, passphrase: string | undefined): Promise<void> {
  await whileBusy('save', async () => {
    const saved = await saveFirstAccount(
      account,
      passphrase === undefined ? { kind: 'device' } : { kind: 'passphrase', passphrase },
    );
    if (!saved.ok) return sayFailure(saved.error, t('stillWaits'));
    saySaved(account);
  });
}

export async function discard(account: Account): Promise<void> {
  notice.value = undefined;
  const discarded = await discardPending(account.id);
  if (!discarded.ok) return sayFailure(discarded.error);
  await refresh();
}

/** A context menu entry may have opened this popup, or spoken while it was open. */
export async function doWhatWasAsked(): Promise<void> {
  const state = home.value?.state;
  if (state !== 'absent' && state !== 'unlocked') return;
  if ((await takeIntent(Date.now()))?.kind === 'scan') await scan();
}

/** The settings take over: the popup makes way for their tab. */
export async function showBackups(): Promise<void> {
  await openBackups();
  window.close();
}

function saySaved(account: Account): void {
  const now = home.value;
  const isLast = (now?.state !== 'unlocked' && now?.state !== 'absent') || now.pending.length <= 1;
  endTask(account.id);
  // With another account to look at next, its code must not be taken for this one's.
  say(t(isLast ? 'savedNotice' : 'settingSaved'));
}
