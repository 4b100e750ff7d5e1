/** What a pasted text is instead of a link or a key, and what to look for. */
import type { LinkFailure, ReceiveFailure } from '../app/receive';
import { errorText } from './error-text';
import { rejectedTexts } from './export-text';
import { t } from './text';

export function pastedErrorText(error: LinkFailure | ReceiveFailure): string {
  switch (error.kind) {
    case 'nothing-pasted':
      return t('pastedNothing');
    case 'pasted-too-long':
      return t('pastedTooLong');
    case 'pasted-code':
      return t('pastedCode');
    case 'pasted-web-link':
      return t('pastedWebLink');
    case 'no-link-or-key':
      return t('pastedOther');
    case 'key-too-short':
      return t('pastedKeyShort');
    case 'key-too-long':
      return t('typedSecretLong');
    case 'key-illegal':
      return t('pastedKeyIllegal');
    case 'several-keys':
      return t('pastedSeveralKeys');
    case 'link-wrapped':
      return t('pastedWrapped');
    case 'all-rejected':
      return [t('pastedAllRejected'), ...rejectedTexts(error.rejected)].join(' ');
    default:
      return errorText(error);
  }
}
