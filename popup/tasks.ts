/** What the popup's buttons do. Each says how it went in one notice. */

import type { Account } from '../src/app/account';
import { takeIntent } from '../src/app/intent';
import { receiveLink, receiveScan } from '../src/app/receive';
import { discardPending, saveAccount, saveFirstAccount } from '../src/app/save';
import { unlock } from '../src/app/unlock';
import { errorText } from '../src/ui/error-text';
import { t } from '../src/ui/text';
import { busy, home, notice, refresh, savedId, task, turnTo } from './state';

export async function scan(): Promise<void> {
  await whileBusy('scan', async () => {
    const received = await receiveScan();
    if (!received.ok) sayFailure(errorText(received.error));
  });
}

/** A link that is an account waits as pending; any other is explained, and stays in its field. */
export async function paste(link: string): Promise<void> {
  const received = await receiveLink(link);
  if (!received.ok) return sayFailure(errorText(received.error));
  turnTo(undefined);
  await refresh();
}

/** With a vault the account is saved; without one, a passphrase is chosen first. */
export async function save(account: Account): Promise<void> {
  if (home.value?.state === 'absent') {
    task.value = { name: 'choose-passphrase', account };
    return;
  }
  await whileBusy('save', async () => {
    const saved = await saveAccount(account);
    if (!saved.ok) return sayFailure(errorText(saved.error));
    saySaved(account);
  });
}

export async function saveFirst(account: Account, passphrase: string): Promise<void> {
  await whileBusy('save', async () => {
    const saved = await saveFirstAccount(account, passphrase);
    if (!saved.ok) return sayFailure(errorText(saved.error));
    task.value = undefined;
    saySaved(account);
  });
}

export async function discard(account: Account): Promise<void> {
  await discardPending(account.id);
  notice.value = undefined;
  await refresh();
}

export async function open(passphrase: string): Promise<void> {
  await whileBusy('unlock', async () => {
    const unlocked = await unlock(passphrase);
    if (!unlocked.ok) sayFailure(errorText(unlocked.error));
  });
}

/** A context menu entry may have opened this popup, or spoken while it was open. */
export async function doWhatWasAsked(): Promise<void> {
  const state = home.value?.state;
  if (state !== 'absent' && state !== 'unlocked') return;
  if ((await takeIntent(Date.now()))?.kind === 'scan') await scan();
}

function saySaved(account: Account): void {
  savedId.value = account.id;
  notice.value = { tone: 'good', text: t('savedNotice') };
}

export function sayFailure(text: string): void {
  notice.value = { tone: 'bad', text };
}

async function whileBusy(what: 'scan' | 'save' | 'unlock', work: () => Promise<void>): Promise<void> {
  if (busy.value !== undefined) return;
  busy.value = what;
  notice.value = undefined;
  try {
    await work();
    await refresh();
  } finally {
    busy.value = undefined;
  }
}
