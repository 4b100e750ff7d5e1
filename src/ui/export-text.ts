/** What an export of another app holds, and which of its parts have come. */
import type { Migration, ReceivedPart, Rejected } from '../app/receive';
import { accountCount, listText } from './amounts';
import { t, visibleText } from './text';

const MOST_NAMED = 10;

/** Such as "Export with 3 accounts, part 1 of 2". */
export function exportLabel({ accounts, rejected, batch }: Migration): string {
  if (accounts.length === 0) return t('foundExportEmpty');
  const count = accountCount(accounts.length);
  const isPart = batch !== undefined && batch.size > 1;
  const label = isPart
    ? t('foundExportPart', count, String(batch.index + 1), String(batch.size))
    : t('foundExport', count);
  return rejected.length === 0 ? label : t('foundExportUnusable', label, String(rejected.length));
}

/** What became of one part, and which to show next. */
export function partText(
  { accounts, rejected, batch }: Migration,
  { missing, isRepeated, added }: ReceivedPart,
): string {
  const size = String(batch?.size ?? 1);
  const sentences = [
    ...(isRepeated ? [t('partRepeated', accountCount(accounts.length))] : []),
    ...(added > 0 ? [t('partAdded', accountCount(added))] : []),
    ...(isRepeated ? [] : rejectedTexts(rejected)),
    ...(missing.length > 0 ? [missingText(missing, batch?.size ?? 1)] : []),
    ...(batch !== undefined && batch.size > 1 && missing.length === 0 ? [t('partsWhole', size)] : []),
  ];
  return sentences.join(' ');
}

/** Which parts of an export are still to be scanned; `missing` counts from 0. */
export function missingText(missing: readonly number[], size: number): string {
  const numbers = missing.map((index) => String(index + 1));
  const [only = ''] = numbers;
  return numbers.length === 1
    ? t('partMissing', only, String(size))
    : t('partsMissing', listText(numbers), String(size));
}

/** Accounts that were left out, each with its reason, and what to do about them. */
export function rejectedTexts(rejected: readonly Rejected[]): readonly string[] {
  if (rejected.length === 0) return [];
  const more = rejected.length - MOST_NAMED;
  return [
    ...rejected.slice(0, MOST_NAMED).map(rejectedText),
    ...(more > 0 ? [t('rejectedMore', String(more))] : []),
    t('rejectedAdvice'),
  ];
}

function rejectedText({ name, line, reason }: Rejected): string {
  const place = line === undefined ? t('unnamedAccount') : t('lineNumber', String(line));
  const shown = visibleText(name) || place;
  switch (reason.kind) {
    case 'algorithm-unknown':
      return t('rejectedAlgorithm', shown, visibleText(reason.algorithm));
    case 'unsupported-type':
      return t('rejectedType', shown);
    case 'secret-missing':
    case 'secret-too-short':
    case 'secret-too-long':
    case 'secret-illegal':
      return t('rejectedSecret', shown);
    case 'not-otpauth':
      return t('rejectedNoLink', shown);
    case 'link-wrapped':
      return t('rejectedWrapped', shown);
    case 'migration-damaged':
    case 'migration-too-long':
      return t('rejectedExport', shown);
    default:
      return t('rejectedDetails', shown);
  }
}
