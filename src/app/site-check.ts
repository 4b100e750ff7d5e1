/**
 * What is known of a page beyond whose it is. It brings the public suffix list and the tables of look-alike letters along:
 * pages load it by `import()`, after they have drawn.
 */
import type { Result } from '../result';
import { type Bindable, type BindFailure, bindableSites } from '../sites/bindable-site';
import { knownSites } from '../sites/known-issuers';
import { findLookAlike } from '../sites/look-alike';
import { lettersOf } from '../sites/shown-host';
import { siteTest } from '../sites/site';
import { type StoredAccount, sitesOf } from '../vault/account';

export type { Bindable, BindFailure };
export { lettersOf };

export interface SiteCheck {
  readonly url: string;
  /** What an account can be bound to here. */
  readonly bindable: Result<Bindable, BindFailure>;
  /** By account id: the account's real site, where the page only looks like it. */
  readonly lookAlikes: ReadonlyMap<string, string>;
  /** Accounts without a site whose issuer is known to be here. */
  readonly proposedIds: ReadonlySet<string>;
  /** By account id: where its issuer is known to be, which is not here. */
  readonly issuerSites: ReadonlyMap<string, string>;
}

export function checkSite(url: string, accounts: readonly StoredAccount[]): SiteCheck {
  const isHere = siteTest(url);
  const lookAlikes = new Map<string, string>();
  const proposedIds = new Set<string>();
  const issuerSites = new Map<string, string>();
  const known = new Map<string, string | undefined>();
  const lookAlikeOf = (sites: readonly string[]) => {
    const key = sites.join(' ');
    if (!known.has(key)) known.set(key, findLookAlike(url, sites));
    return known.get(key);
  };
  // A site of some account is itself, and looks like no other.
  const isKnownSite = accounts.some((account) => sitesOf(account).some(({ site }) => isHere(site)));
  for (const account of accounts) {
    const sites = sitesOf(account).map(({ site }) => site);
    const ofIssuer = knownSites(account.issuer);
    const [ownSite] = ofIssuer;
    if (ofIssuer.some(isHere)) {
      if (sites.length === 0) proposedIds.add(account.id);
    } else if (ownSite !== undefined) issuerSites.set(account.id, ownSite);
    const looksLike = isKnownSite ? undefined : lookAlikeOf([...sites, ...ofIssuer]);
    if (looksLike !== undefined) lookAlikes.set(account.id, looksLike);
  }
  return { url, bindable: bindableSites(url), lookAlikes, proposedIds, issuerSites };
}
