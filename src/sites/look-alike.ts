/** Pages that look like the site an account belongs to, and are not. */
import { parse } from 'tldts';

/** The one of `sites` that the page at `url` only looks like; undefined where it belongs to one, or looks like none. */
export function findLookAlike(url: string, sites: readonly string[]): string | undefined {
  const page = parse(url, { allowPrivateDomains: true });
  if (page.domain === null || sites.includes(page.domain)) return undefined;
  return sites.find(
    (site) => parse(site, { allowPrivateDomains: true }).domainWithoutSuffix === page.domainWithoutSuffix,
  );
}
