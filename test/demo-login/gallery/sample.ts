/** The accounts behind the gallery's codes. Their secrets are public samples: the same on every machine, and nobody's. */
import { createHmac } from 'node:crypto';
import { encodeBase32 } from '../base32';
import type { GalleryAccount, GalleryItem } from './item';

const SEED = 'qr gallery';
const SECRET_BYTES = 20;

export interface Sample {
  readonly account: GalleryAccount;
  readonly uri: string;
}

export function sampleSecret(name: string): Uint8Array {
  return createHmac('sha256', SEED).update(`secret of ${name}`).digest().subarray(0, SECRET_BYTES);
}

export function sampleLabel(issuer: string): string {
  return `mira@${issuer.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
}

/** What an account of any type has: SHA-1 and 6 digits. */
export function sampleParts(issuer: string, label = sampleLabel(issuer)) {
  return { issuer, label, secret: encodeBase32(sampleSecret(issuer)), algorithm: 'SHA1', digits: 6 } as const;
}

/** An ordinary account of `issuer`: TOTP, SHA-1, 6 digits, 30 s. */
export function sampleAccount(issuer: string, label?: string): GalleryAccount {
  return { ...sampleParts(issuer, label), type: 'totp', periodSeconds: 30 };
}

export function sample(issuer: string, label?: string): Sample {
  return sampleOf(sampleAccount(issuer, label));
}

/** `encode` writes the names into the link; browsers' own escapes unless told otherwise. */
export function sampleOf(account: GalleryAccount, encode: (name: string) => string = encodeURIComponent): Sample {
  const issuer = encode(account.issuer);
  const moving = account.type === 'hotp' ? `counter=${account.counter}` : `period=${account.periodSeconds}`;
  const parameters = [
    `secret=${account.secret}`,
    `issuer=${issuer}`,
    `algorithm=${account.algorithm}`,
    `digits=${account.digits}`,
    moving,
  ];
  return { account, uri: `otpauth://${account.type}/${issuer}:${encode(account.label)}?${parameters.join('&')}` };
}

type Told = Pick<GalleryItem, 'expects' | 'codes' | 'outcome'>;

/** One code that leads to one account. `note` goes on where the usual sentence ends. */
export function enrols({ account, uri }: Sample, note = ''): Told {
  const outcome = `A preview of one account: ${account.issuer}, ${account.label}.${note === '' ? '' : ` ${note}`}`;
  return { expects: { kind: 'accounts', accounts: [account] }, codes: [uri], outcome };
}
