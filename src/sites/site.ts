/**
 * The sites an account belongs to, as they are stored. A site is a text: a domain, which stands for itself and every host
 * below it ("github.com"), or one origin ("https://login.github.com", "http://localhost:3000"). Whether a page belongs to
 * one is told without the public suffix list: what may be a domain was decided when the account was bound to it.
 */
import { isFillableUrl } from './fillable-origin';

const ADDRESS = /^\[|^\d+(?:\.\d+){3}$/;

/** Whether codes of an account bound to `site` may be filled into the page at `url`. */
export function belongsTo(url: string, site: string): boolean {
  return siteTest(url)(site);
}

/** The same for many sites: the page is read once. */
export function siteTest(url: string): (site: string) => boolean {
  if (!isFillableUrl(url)) return () => false;
  const { protocol, hostname } = new URL(url);
  const origin = originOf(url);
  const host = hostname.replace(/\.$/, '');
  // The numbers of an address are no labels.
  const isNamed = protocol === 'https:' && !ADDRESS.test(host);
  return (site) => {
    if (site.includes('://')) return origin === site;
    // Neither is a single label a domain.
    return isNamed && /^[^.].*\../.test(site) && (host === site || host.endsWith(`.${site}`));
  };
}

/** With its port where it has one of its own, and without a dot behind the host. */
export function originOf(url: string): string {
  return new URL(url).origin.replace(/\.(?=:\d+$|$)/, '');
}
