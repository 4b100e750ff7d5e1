/** What a preview offers to bind, and what the person makes of it. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Account } from '../app/account';
import type { PendingAccount } from '../app/home';
import { offerSites, type SiteOffer, type SiteOffers } from '../app/site-offers';

export interface SiteChoice {
  readonly isBound: boolean;
  readonly isNarrow: boolean;
}

const NONE: SiteOffers = new Map();

/** `isKnown` once it is known for every account: nothing is saved before that. */
export function useSiteOffers(
  pending: readonly PendingAccount[],
  accounts: readonly Account[],
): { readonly offers: SiteOffers; readonly isKnown: boolean } {
  const key = pending.map(({ id }) => id).join(' ');
  const [known, setKnown] = useState({ key: '', offers: NONE });
  useLayoutEffect(() => {
    let isCurrent = true;
    void offerSites(pending, accounts).then((offers) => {
      if (isCurrent) setKnown({ key, offers });
    });
    return () => {
      isCurrent = false;
    };
  }, [key, accounts]);
  return { offers: known.offers, isKnown: known.key === key };
}

/** The page an account was scanned on is agreed to unless the person says no; any other is not unless they say yes. */
export function firstSiteChoice(offer: SiteOffer | undefined): SiteChoice {
  return { isBound: offer !== undefined && !offer.isUsual && offer.looksLike === undefined, isNarrow: false };
}

/** As the account goes into the vault. */
export function bound<A extends PendingAccount>(account: A, offer: SiteOffer | undefined, choice: SiteChoice): A {
  if (offer === undefined || !choice.isBound) return account;
  return { ...account, sites: [{ site: choice.isNarrow ? offer.narrow : offer.wide }] };
}
