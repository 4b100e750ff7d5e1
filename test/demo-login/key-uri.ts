/** The set-up link an authenticator app reads from the QR code. Its secret never leaves the page it is shown on. */
import { encodeBase32 } from './base32';
import { SITE_NAME } from './site';
import { USUAL } from './totp';

export function keyUri(secret: Uint8Array, email: string, { hash, digits, periodSeconds } = USUAL): string {
  const issuer = encodeURIComponent(SITE_NAME);
  const label = `${issuer}:${encodeURIComponent(email)}`;
  const parameters = [
    `secret=${encodeBase32(secret)}`,
    `issuer=${issuer}`,
    `algorithm=${hash.toUpperCase()}`,
    `digits=${digits}`,
    `period=${periodSeconds}`,
  ];
  return `otpauth://totp/${label}?${parameters.join('&')}`;
}
