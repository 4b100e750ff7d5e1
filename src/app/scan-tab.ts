/** Scans the visible part of the tab in front for codes. */
import type { AccountDetails } from '../otp/otp';
import { findActiveTab } from '../platform/active-tab';
import { captureVisibleTab } from '../platform/capture';
import { err, ok, type Result } from '../result';
import { readPayload, type ScannedPayload } from '../scan/payload';
import type { ScanAnswer, ScanQuestion } from '../scan/scan-messages';
import { askWorker } from './worker-call';

export type ScanFailure =
  | { readonly kind: 'no-code' | 'capture-refused' | 'picture-unreadable' | 'picture-too-large' }
  | { readonly kind: 'no-enrolment-code'; readonly payload: Exclude<ScannedPayload, { kind: 'account' }> };

/** Every account among the codes on the page; a code of another kind is told only where there is no account. */
export async function scanTab(): Promise<Result<readonly AccountDetails[], ScanFailure>> {
  const tab = await findActiveTab();
  if (tab === undefined) return err({ kind: 'capture-refused' });
  const picture = await captureVisibleTab(tab.windowId);
  if (!picture.ok) return picture;
  const answer = await scanInWorker(picture.value);
  if (!answer.ok) return err({ kind: answer.kind });
  const payloads = answer.codes.map((code) => readPayload(code.text));
  const accounts = payloads.flatMap((payload) => (payload.kind === 'account' ? [payload.account] : []));
  if (accounts.length > 0) return ok(accounts);
  for (const payload of payloads) if (payload.kind !== 'account') return err({ kind: 'no-enrolment-code', payload });
  return err({ kind: 'no-code' });
}

async function scanInWorker(picture: Blob): Promise<ScanAnswer> {
  const worker = new Worker(new URL('../scan/scan-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await askWorker<ScanQuestion, ScanAnswer>(worker, { id: 1, picture });
  } catch {
    return { id: 1, ok: false, kind: 'picture-unreadable' };
  }
}
