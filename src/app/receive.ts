/** Every way an account comes in ends here: it waits as pending, to be looked at before it is saved. */

import type { AccountDetails } from '../otp/otp';
import { parseOtpauthUri, type UriError } from '../otp/otpauth-uri';
import { err, ok, type Result } from '../result';
import { addPending } from './pending';
import { type ScanFailure, scanTab } from './scan-tab';
import { findSessionKey } from './session-key';

export type ReceiveFailure = { readonly kind: 'storage-failed' };
export type LinkFailure = UriError;

export async function receiveScan(): Promise<Result<void, ScanFailure | ReceiveFailure>> {
  const scanned = await scanTab();
  return scanned.ok ? await keep(scanned.value) : scanned;
}

export async function receiveLink(link: string): Promise<Result<void, LinkFailure | ReceiveFailure>> {
  const parsed = parseOtpauthUri(link);
  return parsed.ok ? await keep([parsed.value.account]) : parsed;
}

async function keep(accounts: readonly AccountDetails[]): Promise<Result<void, ReceiveFailure>> {
  const nowMs = Date.now();
  try {
    await addPending(accounts, (await findSessionKey(nowMs))?.vaultKey, nowMs);
    return ok(undefined);
  } catch {
    return err({ kind: 'storage-failed' });
  }
}
