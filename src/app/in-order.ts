/** The order that a person chose for the accounts, in the popup and in the settings. */
import type { Account } from './account';
import type { Order } from './settings';

/** `own`: as they stand in the vault. By name: as `language` (BCP 47) sorts, numbers by their value. */
export function inOrder<T extends Account>(all: readonly T[], order: Order, language: string): readonly T[] {
  switch (order) {
    case 'own':
      return all;
    case 'newest':
      return all.toSorted((a, b) => b.addedMs - a.addedMs);
    case 'name': {
      const { compare } = new Intl.Collator(language, { numeric: true });
      return all.toSorted((a, b) => compare(a.issuer || a.label, b.issuer || b.label) || compare(a.label, b.label));
    }
  }
}
