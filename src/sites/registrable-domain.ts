/** What of a host somebody registered. The only file that knows the public suffix list, its private part included. */
import { parse } from 'tldts';

export interface Registrable {
  /** "github.com" of "docs.github.com"; letters of other scripts as xn--. */
  readonly domain: string;
  /** What was chosen of it: "github". */
  readonly name: string;
  /** What it was registered under: "com". */
  readonly suffix: string;
  /** The labels before the domain, as they stand: "docs". */
  readonly above: string;
}

/** Undefined where there is none: an address, this computer, a single label, a public suffix, no name at all. */
export function registrableOf(hostname: string): Registrable | undefined {
  return read(hostname, true);
}

/** As `registrableOf`; of a company's host that others register names under ("github.io"), what the company registered. */
export function ownRegistrableOf(hostname: string): Registrable | undefined {
  return read(hostname, true) ?? read(hostname, false);
}

function read(hostname: string, allowPrivateDomains: boolean): Registrable | undefined {
  const host = withoutDot(hostname);
  if (isThisComputer(host) || host.split('.').includes('')) return undefined;
  const found = parse(host, { allowPrivateDomains, extractHostname: false, validateHostname: false });
  const { domain, domainWithoutSuffix: name, publicSuffix: suffix, subdomain: above } = found;
  if (domain === null || name === null || suffix === null) return undefined;
  return { domain, name, suffix, above: above ?? '' };
}

function isThisComputer(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost');
}

/** A host with a dot behind it is the same host. */
export function withoutDot(hostname: string): string {
  return hostname.replace(/\.$/, '');
}
