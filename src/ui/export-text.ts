/** What an export of another app holds, and which of its parts have come. */
import type { Migration, Received, Rejected } from '../app/receive';
import { accountCount, listText } from './amounts';
import { t, visibleText } from './text';

type Parts = Received['parts'];

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

/** The parts that came together, each with those of the same export; one of no export in parts stands by itself. */
export function groupByExport(parts: Parts): readonly Parts[] {
  const groups = new Map<unknown, Parts>();
  for (const one of parts) {
    const { batch } = one.migration;
    const key = batch === undefined ? one : `${batch.id} ${batch.size}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/**
 * What became of parts of one export: the last to come knows which are missing. Those are named only where nothing was added:
 * beside accounts that wait they stand already.
 */
export function partsText(parts: Parts): string {
  const { migration: { batch } = {}, part: { missing = [] } = {} } = parts.at(-1) ?? {};
  const added = parts.reduce((sum, { part }) => sum + part.added, 0);
  const repeated = parts.filter(({ part }) => part.isRepeated);
  const fresh = parts.filter(({ part }) => !part.isRepeated);
  const sentences = [
    ...repeated.map(({ migration }) => t('partRepeated', accountCount(migration.accounts.length))),
    ...(added > 0 ? [t('partAdded', accountCount(added))] : []),
    ...rejectedTexts(fresh.flatMap(({ migration }) => migration.rejected)),
    ...(missing.length > 0 && added === 0 ? [missingText(missing, batch?.size ?? 1)] : []),
    ...(batch !== undefined && batch.size > 1 && missing.length === 0 ? [t('partsWhole', String(batch.size))] : []),
  ];
  return sentences.join(' ');
}

/** Which parts of an export are still to be scanned; `missing` counts from 0. */
export function missingText(missing: readonly number[], size: number): string {
  const numbers = missing.map((index) => String(index + 1));
  const [only = ''] = numbers;
  return numbers.length === 1
    ? t('partMissing', only, String(size))
    : t('partsMissing', listText(numbers, 'long'), String(size));
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
