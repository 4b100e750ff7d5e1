/** What the popup's buttons do. Each says how it went in one notice. */

import { openBackups } from '../src/app/about';
import { takeIntent } from '../src/app/intent';
import {
  enrolledBy,
  type Migration,
  type PageScan,
  type ReceivedLinks,
  type ReceivedPart,
  receiveAccounts,
  receiveLink,
  receiveScan,
} from '../src/app/receive';
import type { Incoming } from '../src/app/save';
import type { AccountDetails } from '../src/otp/otp';
import { partText, rejectedTexts } from '../src/ui/export-text';
import { home, refresh, say, sayBad, sayFailure, sayWarning, whileBusy } from '../src/ui/page-state';
import { pastedErrorText } from '../src/ui/pasted-error-text';
import { saveIncoming } from '../src/ui/pending-tasks';
import { endWithSaved, turnTo } from './state';

export async function scan(): Promise<void> {
  await whileBusy('scan', async () => {
    const received = await receiveScan();
    if (!received.ok) return sayFailure(received.error);
    const { value } = received;
    turnTo(value.kind === 'choose' ? { name: 'choose-code', scan: value.scan } : undefined);
    if (value.kind === 'part') sayReceived({ parts: [value], rejected: [] });
  });
}

/** What makes an account waits as pending; anything else is explained, and stays in its field. */
export async function paste(text: string): Promise<void> {
  const received = await receiveLink(text);
  if (!received.ok) return sayBad(pastedErrorText(received.error));
  turnTo(undefined);
  await refresh();
  sayReceived(received.value);
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

/** With a vault they are saved; without one, a passphrase is chosen first. */
export async function save(incoming: readonly Incoming[], discardedIds: readonly string[] = []): Promise<void> {
  const accounts = incoming.map(({ account }) => account);
  if (home.value?.state === 'absent') turnTo({ name: 'choose-passphrase', first: { accounts, discardedIds } });
  else await saveIncoming(incoming, discardedIds, endWithSaved);
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

/** What an account's preview does not show: parts that are missing, accounts that were left out. */
function sayReceived({ parts, rejected }: ReceivedLinks): void {
  const sentences = [...parts.map(({ migration, part }) => partText(migration, part)), ...rejectedTexts(rejected)];
  if (sentences.length === 0) return;
  const isAll = parts.every(({ migration, part }) => isWhole(migration, part)) && rejected.length === 0;
  (isAll ? say : sayWarning)(sentences.join(' '));
}

function isWhole(migration: Migration, part: ReceivedPart): boolean {
  return part.missing.length === 0 && migration.rejected.length === 0 && !part.isRepeated;
}
