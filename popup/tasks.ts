/** What the popup's buttons do. Each says how it went in one notice, or turns to the screen that does. */

import { openAdd, openBackups } from '../src/app/about';
import type { ScannedPayload } from '../src/app/receive';
import type { Incoming } from '../src/app/save';
import type { AccountDetails } from '../src/otp/otp';
import { home, sayFailure, whileBusy } from '../src/ui/page-state';
import { withProgress } from '../src/ui/scan-progress';
import { endWithSaved, task, turnTo } from './state';

/** What reads links, codes and pictures is loaded when the first of them is there: most openings only show codes. */
const receiving = () => import('../src/ui/receive-tasks');

const goBack = () => turnTo(undefined);

export async function scan(): Promise<void> {
  await whileBusy('scan', async () => {
    const { receiveScan, sayReceived } = await receiving();
    const scanned = await withProgress(receiveScan);
    if (!scanned.ok) {
      if (scanned.error.kind === 'storage-failed') await sayFailure(scanned.error);
      else if (scanned.error.kind !== 'cancelled') turnTo({ name: 'nothing-found', why: scanned.error });
    } else if (scanned.value.kind === 'choose') turnTo({ name: 'choose-code', scan: scanned.value.scan });
    else {
      goBack();
      sayReceived(scanned.value.received);
    }
  });
}

export async function paste(text: string): Promise<void> {
  await (await receiving()).receiveText(text, goBack);
}

export async function receive(accounts: readonly AccountDetails[]): Promise<void> {
  await (await receiving()).receiveDetails(accounts, goBack);
}

/** Codes chosen among those on the page. */
export async function choose(payloads: readonly ScannedPayload[]): Promise<void> {
  await (await receiving()).receiveCodes(payloads, goBack);
}

/** Pictures dropped on the popup or pasted into it. */
export async function takePictures(files: readonly File[]): Promise<void> {
  const { addPictures } = await import('../src/ui/picture-tasks');
  if (!(await addPictures(files, goBack))) turnTo({ name: 'nothing-found', why: { kind: 'no-account-in-pictures' } });
}

/** A link or key pasted outside of a field: a screen with one shows what is wrong with it. */
export async function takeText(text: string): Promise<void> {
  const now = home.value;
  if (now?.state !== 'absent' && (now?.state !== 'unlocked' || now.isReadOnly)) return;
  if (task.value?.name !== 'paste') turnTo({ name: 'paste' });
  await paste(text);
}

/** With a vault they are saved; without one, a passphrase is chosen first. */
export async function save(incoming: readonly Incoming[], discardedIds: readonly string[] = []): Promise<void> {
  const accounts = incoming.map(({ account }) => account);
  if (home.value?.state === 'absent') turnTo({ name: 'choose-passphrase', first: { accounts, discardedIds } });
  else await (await import('../src/ui/pending-tasks')).saveIncoming(incoming, discardedIds, endWithSaved);
}

/** The settings take over: the popup makes way for their tab. */
export async function showBackups(): Promise<void> {
  await openBackups();
  window.close();
}

/** So do they for pictures: the browser's choice of files would close the popup. */
export async function showAdd(): Promise<void> {
  await openAdd();
  window.close();
}
