import type { Account } from '../app/account';
import { t, visibleText } from './text';

/** An account in one line of words: for sentences, and for screen readers. */
export function accountName({ issuer, label }: Pick<Account, 'issuer' | 'label'>): string {
  return visibleText([issuer, label].filter((part) => part !== '').join(', ')) || t('unnamedAccount');
}
