/** What an account may be bound to: on a page, or as a person typed it. */
import { err, ok, type Result } from '../result';
import { isFillableUrl } from './fillable-origin';
import { registrableOf, withoutDot } from './registrable-domain';
import { originOf } from './site';

export interface Bindable {
  /** The registrable domain; where the host has none (an IP address, localhost, a public suffix), its origin. */
  readonly wide: string;
  /** The origin alone. */
  readonly narrow: string;
}

export type BindFailure = { readonly kind: 'page-not-secure' };

export function bindableSites(url: string): Result<Bindable, BindFailure> {
  if (!isFillableUrl(url)) return err({ kind: 'page-not-secure' });
  const { hostname, protocol } = new URL(url);
  const narrow = originOf(url);
  const wide = protocol === 'https:' ? registrableOf(hostname)?.domain : undefined;
  return ok({ wide: wide ?? narrow, narrow });
}

export type TypedSiteFailure = { readonly kind: 'site-not-understood' | 'site-not-secure' | 'site-public-suffix' };

/** The site that a person typed, as it is stored: its registrable domain, or its origin where that is wanted or all it has. */
export function readTypedSite(text: string, width: 'wide' | 'narrow' = 'wide'): Result<string, TypedSiteFailure> {
  const url = readTypedUrl(text);
  if (url === undefined) return err({ kind: 'site-not-understood' });
  const bindable = bindableSites(url.href);
  if (!bindable.ok) return err({ kind: 'site-not-secure' });
  const { wide, narrow } = bindable.value;
  const isSuffix = wide === narrow && /\.[a-z][^.]*$/.test(url.hostname) && !isFillableUrl(`http://${url.hostname}`);
  if (isSuffix && width === 'wide') return err({ kind: 'site-public-suffix' });
  return ok(width === 'wide' ? wide : narrow);
}

const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.|$))+$|^\[[0-9a-f:.]+\]$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** A host without a scheme is meant over https; this computer itself is mostly reached without. */
export function readTypedUrl(text: string): URL | undefined {
  const typed = text.trim();
  const hasScheme = SCHEME.test(typed);
  if (/[\s@\\]/.test(typed) || (hasScheme && !/^https?:/i.test(typed))) return undefined;
  const [scheme] = hasScheme ? [''] : ['http://', 'https://'].filter((one) => isFillableUrl(one + typed));
  if (scheme === undefined || !URL.canParse(scheme + typed)) return undefined;
  const url = new URL(scheme + typed);
  if (!HOST.test(url.hostname)) return undefined;
  // A browser reads "12345" as an address, and a bare word as a host of the person's own network: rarely what was meant.
  const [, typedHost = ''] = /^(?:[a-z]+:\/\/)?(\[[^\]]*\]|[^/:?#]*)/i.exec(typed) ?? [];
  if (/^\d+(?:\.\d+){3}$/.test(url.hostname)) return typedHost === url.hostname ? url : undefined;
  return hasScheme || /[.[]/.test(withoutDot(url.hostname)) || isFillableUrl(`http://${url.hostname}`)
    ? url
    : undefined;
}
