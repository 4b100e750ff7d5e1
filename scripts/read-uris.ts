/** npm run --silent read:uris -- FILE: what Halfminute makes of each key URI in a JSON array, one JSON line each. */
import { parseOtpauthUri } from '../src/otp/otpauth-uri';
import { printLine, readItems } from './json-items';

export async function main([file]: string[]): Promise<number> {
  const uris = readItems(file, 'Name a file with a JSON array of URIs: npm run --silent read:uris -- FILE');
  if (uris === undefined) return 1;
  for (const uri of uris) printLine({ uri, ...readUri(uri) });
  return 0;
}

export function readUri(uri: unknown): Record<string, unknown> {
  if (typeof uri !== 'string') return { ok: false, kind: 'not-otpauth' };
  const read = parseOtpauthUri(uri);
  if (!read.ok) return { ok: false, kind: read.error.kind };
  const { account } = read.value;
  const { type, issuer, label, secret, algorithm, digits } = account;
  const moving = account.type === 'hotp' ? { counter: account.counter } : { period: account.periodSeconds };
  return {
    ok: true,
    type,
    issuer,
    account: label,
    secretHex: Buffer.from(secret).toString('hex'),
    algorithm,
    digits,
    ...moving,
  };
}
