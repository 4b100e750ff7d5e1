/** Every way an account comes in ends here: it waits as pending, to be looked at before it is saved. */

import type { Migration, MigrationError } from '../importers/google-migration';
import { type PastedTextError, readPastedText } from '../importers/pasted-text';
import type { Rejected } from '../importers/rejected';
import type { AccountDetails } from '../otp/otp';
import { err, ok, type Result } from '../result';
import { addPart, type BatchProgress, type ReceivedPart } from './batches';
import { isEnrolling } from './enrolling';
import type { ScannedPayload } from './payload';
import { addPending, type FoundAccount } from './pending';
import type { ScanCancelled } from './scan-picture';
import { type PageScan, type ScanFailure, scanTab } from './scan-tab';

export type { BatchProgress, Migration, MigrationError, PageScan, ReceivedPart, Rejected, ScannedPayload };
export type ReceiveFailure = { readonly kind: 'storage-failed' };
export type LinkFailure = PastedTextError;
export type NoEnrolmentCode = {
  readonly kind: 'no-enrolment-code';
  readonly payload: Exclude<ScannedPayload, { kind: 'account' }>;
};
/** Why a scan brought no account in. */
export type NothingFound = ScanFailure | NoEnrolmentCode;

/** What waits now, and what came of each export among it. */
export interface Received {
  /** How many accounts wait anew. */
  readonly added: number;
  readonly parts: readonly { readonly migration: Migration; readonly part: ReceivedPart }[];
  /** What gave nothing, such as lines of a pasted text. */
  readonly rejected: readonly Rejected[];
}

export type ReceivedScan =
  | { readonly kind: 'received'; readonly received: Received }
  | { readonly kind: 'choose'; readonly scan: PageScan };

/**
 * The page's one enrolment code or export waits at once, whatever else is on the page. Where there are several, or several
 * codes and none that enrols, the person looks at them first: they are answered.
 */
export async function receiveScan(
  signal: AbortSignal,
): Promise<Result<ReceivedScan, NothingFound | ScanCancelled | ReceiveFailure>> {
  // The preview asks it at once: loaded while the page is looked at.
  void import('./page-offers');
  const scanned = await scanTab(signal);
  if (!scanned.ok) return scanned;
  const payloads = scanned.value.found.map(({ payload }) => payload);
  const enrolling = payloads.filter(isEnrolling);
  if (enrolling.length === 1) {
    const received = await receivePayloads(enrolling);
    return received.ok ? ok({ kind: 'received', received: received.value }) : received;
  }
  const [only] = payloads;
  if (payloads.length === 1 && only !== undefined && only.kind !== 'account')
    return err({ kind: 'no-enrolment-code', payload: only });
  return ok({ kind: 'choose', scan: scanned.value });
}

/** Links, one or several, or a key by itself: all of its accounts wait. */
export async function receiveLink(text: string): Promise<Result<Received, LinkFailure | ReceiveFailure>> {
  const read = readPastedText(text);
  if (!read.ok) return read;
  const { accounts, migrations, rejected } = read.value;
  return await receiveAll(unplaced(accounts), migrations, rejected);
}

/** What enrols among them waits; the rest is passed over. */
export async function receivePayloads(payloads: readonly ScannedPayload[]): Promise<Result<Received, ReceiveFailure>> {
  return await receiveAll(
    payloads.flatMap((payload) => (payload.kind === 'account' ? [payload] : [])),
    payloads.flatMap((payload) => (payload.kind === 'migration' ? [payload.migration] : [])),
  );
}

export async function receiveAccounts(accounts: readonly AccountDetails[]): Promise<Result<Received, ReceiveFailure>> {
  return await receiveAll(unplaced(accounts), []);
}

function unplaced(accounts: readonly AccountDetails[]): readonly FoundAccount[] {
  return accounts.map((account) => ({ account }));
}

async function receiveAll(
  accounts: readonly FoundAccount[],
  migrations: readonly Migration[],
  rejected: readonly Rejected[] = [],
): Promise<Result<Received, ReceiveFailure>> {
  try {
    await addPending(accounts, Date.now());
    const parts: { readonly migration: Migration; readonly part: ReceivedPart }[] = [];
    for (const migration of migrations) parts.push({ migration, part: await addPart(migration, Date.now()) });
    const added = parts.reduce((sum, { part }) => sum + part.added, accounts.length);
    return ok({ added, parts, rejected });
  } catch {
    return err({ kind: 'storage-failed' });
  }
}
