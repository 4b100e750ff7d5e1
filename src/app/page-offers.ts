/** The sites of pages on which accounts were scanned. Loaded by `import()`: it brings what site-check brings. */
import type { StoredAccount } from '../vault/account';
import type { PendingAccount } from './pending';
import { checkSite, lettersOf, type SiteCheck } from './site-check';
import type { SiteOffer, SiteOffers } from './site-offers';

export function offerPages(pending: readonly PendingAccount[], accounts: readonly StoredAccount[]): SiteOffers {
  const checks = new Map<string, SiteCheck>();
  const offers = new Map<string, SiteOffer>();
  for (const { id, foundAt } of pending) {
    if (foundAt === undefined) continue;
    const check = checks.get(foundAt) ?? checkSite(foundAt, [...accounts, ...pending]);
    checks.set(foundAt, check);
    if (!check.bindable.ok) continue;
    const [anyLookAlike] = check.lookAlikes.values();
    const looksLike = check.lookAlikes.get(id) ?? anyLookAlike;
    const { wide, narrow } = check.bindable.value;
    offers.set(id, { wide, narrow, letters: otherLetters(wide), isUsual: false, looksLike });
  }
  return offers;
}

function otherLetters(site: string): string | undefined {
  const { hostname, host } = new URL(site.includes('://') ? site : `https://${site}`);
  const letters = lettersOf(hostname);
  return letters === hostname ? undefined : host.replace(hostname, letters);
}
