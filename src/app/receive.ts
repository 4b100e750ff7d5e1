/** Every way an account comes in ends here: it waits as pending, to be looked at before it is saved. */

import type { Migration, MigrationError } from '../importers/google-migration';
import { type PastedTextError, readPastedText } from '../importers/pasted-text';
import type { Rejected } from '../importers/rejected';
import type { AccountDetails } from '../otp/otp';
import { err, ok, type Result } from '../result';
import { addPart, type BatchProgress, type ReceivedPart, readBatches } from './batches';
import { type EnrollingPayload, isEnrolling, type ScannedPayload } from './payload';
import { addPending } from './pending';
import { type PageScan, type ScanFailure, scanTab } from './scan-tab';

export type { BatchProgress, Migration, MigrationError, PageScan, ReceivedPart, Rejected, ScannedPayload };
export { readBatches };
export type ReceiveFailure = { readonly kind: 'storage-failed' };
export type LinkFailure = PastedTextError;
export type NoEnrolmentCode = {
  readonly kind: 'no-enrolment-code';
  readonly payload: Exclude<ScannedPayload, { kind: 'account' }>;
};

export type ReceivedScan =
  /** The page's one account waits. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'part'; readonly migration: Migration; readonly part: ReceivedPart }
  | { readonly kind: 'choose'; readonly scan: PageScan };

/**
 * The page's one enrolment code or export waits at once, whatever else is on the page. Where there are several, or several
 * codes and none that enrols, the person looks at them first: they are answered.
 */
export async function receiveScan(): Promise<Result<ReceivedScan, ScanFailure | NoEnrolmentCode | ReceiveFailure>> {
  const scanned = await scanTab();
  if (!scanned.ok) return scanned;
  const payloads = scanned.value.found.map(({ payload }) => payload);
  const [enrolling, ...others] = payloads.filter(isEnrolling);
  if (enrolling !== undefined && others.length === 0) return await receivePayload(enrolling);
  const [only] = payloads;
  if (payloads.length === 1 && only !== undefined && only.kind !== 'account')
    return err({ kind: 'no-enrolment-code', payload: only });
  return ok({ kind: 'choose', scan: scanned.value });
}

async function receivePayload(payload: EnrollingPayload): Promise<Result<ReceivedScan, ReceiveFailure>> {
  if (payload.kind === 'migration') {
    const { migration } = payload;
    const part = await receiveMigration(migration);
    return part.ok ? ok({ kind: 'part', migration, part: part.value }) : part;
  }
  const received = await receiveAccounts([payload.account]);
  return received.ok ? ok({ kind: 'waiting' }) : received;
}

/** The accounts that have a code of their own. */
export function enrolledBy({ found }: PageScan): readonly AccountDetails[] {
  return found.flatMap(({ payload }) => (payload.kind === 'account' ? [payload.account] : []));
}

/** What came of a pasted text. */
export interface ReceivedLinks {
  readonly parts: readonly { readonly migration: Migration; readonly part: ReceivedPart }[];
  /** Lines that gave nothing. */
  readonly rejected: readonly Rejected[];
}

/** Links, one or several, or a key by itself: all of its accounts wait. */
export async function receiveLink(text: string): Promise<Result<ReceivedLinks, LinkFailure | ReceiveFailure>> {
  const read = readPastedText(text);
  if (!read.ok) return read;
  const { accounts, migrations, rejected } = read.value;
  const received = await receiveAccounts(accounts);
  if (!received.ok) return received;
  const parts: { readonly migration: Migration; readonly part: ReceivedPart }[] = [];
  for (const migration of migrations) {
    const part = await receiveMigration(migration);
    if (!part.ok) return part;
    parts.push({ migration, part: part.value });
  }
  return ok({ parts, rejected });
}

export async function receiveAccounts(accounts: readonly AccountDetails[]): Promise<Result<undefined, ReceiveFailure>> {
  try {
    await addPending(accounts, Date.now());
    return ok(undefined);
  } catch {
    return err({ kind: 'storage-failed' });
  }
}

/** See `addPart`. */
export async function receiveMigration(
  migration: Migration,
  again = false,
): Promise<Result<ReceivedPart, ReceiveFailure>> {
  try {
    return ok(await addPart(migration, Date.now(), again));
  } catch {
    return err({ kind: 'storage-failed' });
  }
}
