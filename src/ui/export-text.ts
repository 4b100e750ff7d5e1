/** What an export of another app holds, and which of its parts have come. */
import type { Migration, ReceivedPart } from '../app/receive';
import { accountCount, listText } from './amounts';
import { t, visibleText } from './text';

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
  const numbers = missing.map((index) => String(index + 1));
  const sentences = [
    isRepeated ? t('partRepeated', accountCount(accounts.length)) : t('partAdded', accountCount(added)),
    ...(isRepeated ? [] : rejectedTexts(rejected)),
    ...(numbers.length === 1 ? [t('partMissing', numbers[0] ?? '', size)] : []),
    ...(numbers.length > 1 ? [t('partsMissing', listText(numbers), size)] : []),
    ...(batch !== undefined && batch.size > 1 && numbers.length === 0 ? [t('partsWhole', size)] : []),
  ];
  return sentences.join(' ');
}

/** Accounts that were left out, each with its reason, and what to do about them. */
export function rejectedTexts(rejected: Migration['rejected']): readonly string[] {
  return rejected.length === 0 ? [] : [...rejected.map(rejectedText), t('rejectedAdvice')];
}

function rejectedText({ name, reason }: Migration['rejected'][number]): string {
  const shown = visibleText(name) || t('unnamedAccount');
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
    default:
      return t('rejectedDetails', shown);
  }
}
