/** What an account may be bound to on a page. The only file that knows the public suffix list, its private part included. */
import { parse } from 'tldts';
import { err, ok, type Result } from '../result';
import { isFillableUrl } from './fillable-origin';

export interface Bindable {
  /** The registrable domain; where the host has none (an IP address, localhost, a public suffix), its origin. */
  readonly wide: string;
  /** The origin alone. */
  readonly narrow: string;
}

export type BindFailure = { readonly kind: 'page-not-secure' };

export function bindableSites(url: string): Result<Bindable, BindFailure> {
  if (!isFillableUrl(url)) return err({ kind: 'page-not-secure' });
  const { origin, hostname, protocol } = new URL(url);
  const { domain } = parse(hostname.replace(/\.$/, ''), { allowPrivateDomains: true });
  return ok({ wide: protocol === 'https:' && domain !== null ? domain : origin, narrow: origin });
}
