/** The set-up link an authenticator app reads from the QR code. Its secret never leaves the page it is shown on. */
import { encodeBase32 } from './base32';
import { SITE_NAME } from './site';
import { CODE_DIGITS, PERIOD_SECONDS } from './totp';

export function keyUri(secret: Uint8Array, email: string): string {
  const issuer = encodeURIComponent(SITE_NAME);
  const label = `${issuer}:${encodeURIComponent(email)}`;
  const parameters = [
    `secret=${encodeBase32(secret)}`,
    `issuer=${issuer}`,
    'algorithm=SHA1',
    `digits=${CODE_DIGITS}`,
    `period=${PERIOD_SECONDS}`,
  ];
  return `otpauth://totp/${label}?${parameters.join('&')}`;
}
