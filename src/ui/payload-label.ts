/** What each of several codes on a page is, in a few words. */
import type { ScannedPayload } from '../app/receive';
import { errorText } from './error-text';
import { exportLabel } from './export-text';
import { t, visibleExcerpt } from './text';

export function payloadLabel(payload: Exclude<ScannedPayload, { kind: 'account' }>): string {
  switch (payload.kind) {
    case 'broken-account':
      return t('foundBroken', errorText(payload.error));
    case 'migration':
      return exportLabel(payload.migration);
    case 'broken-migration':
      return errorText(payload.error);
    case 'web-link':
      return t('foundWebLink', visibleExcerpt(payload.text));
    case 'wifi':
      return t('foundWifi');
    case 'text':
      return t('foundText', visibleExcerpt(payload.text));
  }
}
