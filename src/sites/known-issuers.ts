/**
 * The sites of well-known issuers, by the name they write into their enrolment codes. It may only propose: nothing is ever
 * bound by it.
 */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  github: ['github.com'],
  google: ['google.com'],
};

/** In the order of likelihood; none where the issuer is unknown. */
export function knownSites(issuer: string): readonly string[] {
  const name = issuer.toLowerCase().trim();
  return Object.hasOwn(KNOWN, name) ? (KNOWN[name] ?? []) : [];
}
