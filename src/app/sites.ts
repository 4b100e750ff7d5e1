/** The page in front, and the accounts that belong to it. */
import { findActiveTab } from '../platform/active-tab';
import { isFillableUrl } from '../sites/fillable-origin';
import { siteTest } from '../sites/site';
import { isUnverified, type StoredAccount, type StoredSite, sitesOf } from '../vault/account';

export { isUnverified, type StoredSite, sitesOf };

export interface PageSite {
  readonly tabId: number;
  readonly url: string;
  readonly origin: string;
  /** With its port, as the address bar shows it; letters of other scripts as xn--. */
  readonly host: string;
  /** Over https, or on this computer. */
  readonly isFillable: boolean;
}

/** Undefined where the browser doesn't say what page it is, or it is no web page. */
export async function findPageSite(): Promise<PageSite | undefined> {
  const tab = await findActiveTab();
  if (tab?.url === undefined || !/^https?:/.test(tab.url)) return undefined;
  const { origin, host } = new URL(tab.url);
  return { tabId: tab.id, url: tab.url, origin, host, isFillable: isFillableUrl(tab.url) };
}

/** The site by which the account belongs to the page. */
export function findSite(account: StoredAccount, url: string): StoredSite | undefined {
  return siteFinder(url)(account);
}

/** The same for many accounts. */
export function siteFinder(url: string): (account: StoredAccount) => StoredSite | undefined {
  const isHere = siteTest(url);
  return (account) => sitesOf(account).find(({ site }) => isHere(site));
}
