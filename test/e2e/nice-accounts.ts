/** Accounts as a person might have them: for pictures. Their secrets are nobody's. */
import type { AccountDetails, OtpAlgorithm } from '../../src/otp/otp';

const NAMES = [
  ['GitHub', 'octocat'],
  ['Workbench', 'mira@workbench.example'],
  ['Contoso Bank', 'mira.lindqvist@contoso.example'],
  ['Fabrikam', 'ml-2041'],
  ['Adventure Works Travel', 'mira@adventure-works.example'],
  ['Tailspin Toys', 'shop@tailspin.example'],
] as const;

export function niceAccounts(): readonly AccountDetails[] {
  const timed = NAMES.map(([issuer, label], place) => ({
    type: 'totp' as const,
    ...shared(issuer, label, place),
    periodSeconds: 30,
  }));
  return [
    ...timed,
    { type: 'steam', ...shared('Steam', 'mira_l', 20), algorithm: 'SHA1', digits: 5, periodSeconds: 30 },
    { type: 'hotp', ...shared('Northwind VPN', 'mlindqvist', 21), counter: 12 },
  ];
}

function shared(issuer: string, label: string, place: number) {
  // GitHub's is the one of the walks, so that it can be met again.
  const secret =
    place === 0 ? hello() : Uint8Array.from({ length: 20 }, (_, byte) => (place * 53 + byte * 19 + 5) % 256);
  return { issuer, label, secret, algorithm: 'SHA1' as OtpAlgorithm & 'SHA1', digits: 6 };
}

/** JBSWY3DPEHPK3PXP. */
function hello(): Uint8Array {
  return Uint8Array.of(72, 101, 108, 108, 111, 33, 222, 173, 190, 239);
}
