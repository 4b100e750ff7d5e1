/**
 * The sites of well-known issuers, by the name they write into their enrolment codes. It may only propose: nothing is ever
 * bound by it.
 */
import { issuerKey } from '../otp/issuer-key';
import { KNOWN_BUSINESS } from './known-issuers-business';
import { KNOWN_PERSONAL } from './known-issuers-personal';

const sites = new Map<string, readonly string[]>();
const domains = new Set<string>();

/** A line is the names of an issuer, divided by commas, and behind a colon its domains, the likeliest first. */
for (const line of `${KNOWN_BUSINESS}${KNOWN_PERSONAL}`.split('\n')) {
  const [names = '', all = ''] = line.split(':');
  const its = all.trim().split(' ').filter(Boolean);
  for (const name of names.split(',')) if (its.length > 0) sites.set(issuerKey(name), its);
  for (const domain of its) domains.add(domain);
}

/** In the order of likelihood; none where the issuer is unknown. */
export function knownSites(issuer: string): readonly string[] {
  return sites.get(issuerKey(issuer)) ?? [];
}

export function isKnownDomain(domain: string): boolean {
  return domains.has(domain);
}
