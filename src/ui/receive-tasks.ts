/** What both pages do with what a person brings in: it waits, and what its preview does not show is said. */
import { type Received, receiveAccounts, receiveLink, receivePayloads, type ScannedPayload } from '../app/receive';
import type { AccountDetails } from '../otp/otp';
import { groupByExport, partsText, rejectedTexts } from './export-text';
import { refresh, say, sayBad, sayFailure, sayWarning } from './page-state';
import { pastedErrorText } from './pasted-error-text';

export { receiveScan } from '../app/receive';

/** What makes an account waits; anything else is explained, and stays in its field. `onReceived` comes before all is read anew. */
export async function receiveText(text: string, onReceived: () => void): Promise<void> {
  const received = await receiveLink(text);
  if (received.ok) await show(received.value, onReceived);
  else sayBad(pastedErrorText(received.error));
}

export async function receiveDetails(accounts: readonly AccountDetails[], onReceived: () => void): Promise<void> {
  const received = await receiveAccounts(accounts);
  if (received.ok) await show(received.value, onReceived);
  else await sayFailure(received.error);
}

export async function receiveCodes(payloads: readonly ScannedPayload[], onReceived: () => void): Promise<void> {
  const received = await receivePayloads(payloads);
  if (received.ok) await show(received.value, onReceived);
  else await sayFailure(received.error);
}

async function show(received: Received, onReceived: () => void): Promise<void> {
  onReceived();
  await refresh();
  sayReceived(received);
}

/** What came of exports, accounts that were left out. */
export function sayReceived({ parts, rejected }: Omit<Received, 'added'>): void {
  const exports = groupByExport(parts);
  const sentences = [...exports.map(partsText), ...rejectedTexts(rejected)];
  if (sentences.length === 0) return;
  const isAll = exports.every(isWhole) && rejected.length === 0;
  (isAll ? say : sayWarning)(sentences.join(' '));
}

function isWhole(parts: Received['parts']): boolean {
  const isPlain = parts.every(({ migration, part }) => migration.rejected.length === 0 && !part.isRepeated);
  return isPlain && (parts.at(-1)?.part.missing.length === 0 || parts.some(({ part }) => part.added > 0));
}
