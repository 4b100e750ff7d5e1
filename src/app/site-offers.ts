/** Which site is put to the person in the preview of an account that came in, for its codes to be filled there. */
import type { StoredAccount } from '../vault/account';
import type { PendingAccount } from './pending';

export interface SiteOffer {
  /** As a site is stored: the registrable domain of the page it was scanned on, or an origin. */
  readonly wide: string;
  /** The page's origin alone; the same as `wide` where there is no choice. */
  readonly narrow: string;
  /** The host of `wide` in its letters, where they are others than a-z. */
  readonly letters?: string | undefined;
  /** Not where it was scanned: where accounts of this issuer usually are. */
  readonly isUsual: boolean;
  /** The real site that the page only looks like. */
  readonly looksLike?: string | undefined;
}

export type SiteOffers = ReadonlyMap<string, SiteOffer>;

/** By account id. What knows sites is loaded here, when there is a page to ask about. */
export async function offerSites(
  pending: readonly PendingAccount[],
  accounts: readonly StoredAccount[],
): Promise<SiteOffers> {
  if (pending.some(({ foundAt }) => foundAt !== undefined))
    return (await import('./page-offers')).offerPages(pending, accounts);
  const [only] = pending;
  if (only === undefined || pending.length > 1) return new Map();
  const [usual] = (await import('../sites/known-issuers')).knownSites(only.issuer);
  return new Map(usual === undefined ? [] : [[only.id, { wide: usual, narrow: usual, isUsual: true }]]);
}
