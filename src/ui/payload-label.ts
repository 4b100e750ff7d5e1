/** What each of several codes on a page is, in a few words. */
import type { Migration, ScannedPayload } from '../app/receive';
import { accountCount } from './amounts';
import { errorText } from './error-text';
import { t, visibleText } from './text';

export function payloadLabel(payload: Exclude<ScannedPayload, { kind: 'account' }>): string {
  switch (payload.kind) {
    case 'broken-account':
      return t('foundBroken', errorText(payload.error));
    case 'migration':
      return exportLabel(payload.migration);
    case 'broken-migration':
      return errorText(payload.error);
    case 'web-link':
      return t('foundWebLink', visibleText(payload.text));
    case 'wifi':
      return t('foundWifi');
    case 'text':
      return t('foundText', visibleText(payload.text));
  }
}

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
