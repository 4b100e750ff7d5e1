/** Every way an account comes in ends here: it waits as pending, to be looked at before it is saved. */

import type { AccountDetails } from '../otp/otp';
import { parseOtpauthUri, type UriError } from '../otp/otpauth-uri';
import { err, ok, type Result } from '../result';
import type { ScannedPayload } from '../scan/payload';
import { addPending } from './pending';
import { type PageScan, type ScanFailure, scanTab } from './scan-tab';

export type { PageScan, ScannedPayload };
export type ReceiveFailure = { readonly kind: 'storage-failed' };
export type LinkFailure = UriError;
export type NoEnrolmentCode = {
  readonly kind: 'no-enrolment-code';
  readonly payload: Exclude<ScannedPayload, { kind: 'account' }>;
};

/**
 * The page's one enrolment code waits at once, whatever else is on the page. Where there are several, or several codes and
 * none that enrols, the person looks at them first: they are answered.
 */
export async function receiveScan(): Promise<
  Result<PageScan | undefined, ScanFailure | NoEnrolmentCode | ReceiveFailure>
> {
  const scanned = await scanTab();
  if (!scanned.ok) return scanned;
  const { found } = scanned.value;
  const accounts = enrolledBy(scanned.value);
  if (accounts.length === 1) return await receiveAccounts(accounts);
  const [only] = found;
  if (found.length === 1 && only !== undefined && only.payload.kind !== 'account')
    return err({ kind: 'no-enrolment-code', payload: only.payload });
  return ok(scanned.value);
}

export function enrolledBy({ found }: PageScan): readonly AccountDetails[] {
  return found.flatMap(({ payload }) => (payload.kind === 'account' ? [payload.account] : []));
}

export async function receiveLink(link: string): Promise<Result<undefined, LinkFailure | ReceiveFailure>> {
  const parsed = parseOtpauthUri(link);
  return parsed.ok ? await receiveAccounts([parsed.value.account]) : parsed;
}

export async function receiveAccounts(accounts: readonly AccountDetails[]): Promise<Result<undefined, ReceiveFailure>> {
  try {
    await addPending(accounts, Date.now());
    return ok(undefined);
  } catch {
    return err({ kind: 'storage-failed' });
  }
}
