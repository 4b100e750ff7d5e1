/**
 * The sites an account belongs to, as they are stored. A site is a text: a domain, which stands for itself and every host
 * below it ("github.com"), or one origin ("https://login.github.com", "http://localhost:3000"). Whether a page belongs to
 * one is told without the public suffix list: what may be a domain was decided when the account was bound to it.
 */
import { isFillableUrl } from './fillable-origin';

/** Whether codes of an account bound to `site` may be filled into the page at `url`. */
export function belongsTo(url: string, site: string): boolean {
  if (!isFillableUrl(url)) return false;
  const { origin, protocol, hostname } = new URL(url);
  if (site.includes('://')) return origin === site;
  const host = hostname.replace(/\.$/, '');
  return protocol === 'https:' && site !== '' && (host === site || host.endsWith(`.${site}`));
}
