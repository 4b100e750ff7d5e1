/**
 * A record: one sealed vault as one JSON string, {h, iv, ct, sum}. `h` is the header's exact text, never written anew.
 * `sum` only finds damage; whether a record is ours and whole is decided by the cipher's tag.
 */
import { err, ok, type Result } from '../result';
import { decodeBase64, encodeBase64 } from './base64';
import { type Bytes, concatBytes, hasSameBytes, randomBytes, utf8 } from './bytes';
import { deriveKey, IV_BYTES, openBytes, sealBytes } from './ciphers';
import { decodeContent, encodeContent, type VaultContent } from './content';
import { type Header, parseHeader, SALT_BYTES } from './header';
import { isJsonObject, parseJson } from './json';

export interface SealedRecord {
  readonly header: Header;
  readonly headerText: string;
  readonly iv: Bytes;
  readonly ct: Bytes;
}

/** A header but for what sealing adds to it. */
export type DescribedHeader = Omit<Header, 'v' | 'bs' | 'cipher'>;

export type RecordFailure = { readonly kind: 'damaged' | 'newer' };

/** A stored string as a record whose `sum` is right. `newer`: a Halfminute of the future wrote it, so it is not touched. */
export async function readRecord(stored: unknown): Promise<Result<SealedRecord, RecordFailure>> {
  return await recordFrom(stored, async ({ h, iv, ct, sum }) => hasSameBytes(sum, await sumOf(h, iv, ct)));
}

/** The same without a look at `sum`, for whoever opens it next: the cipher's tag then says whether it is whole. */
export async function parseRecord(stored: unknown): Promise<Result<SealedRecord, RecordFailure>> {
  return await recordFrom(stored, async () => true);
}

interface Fields {
  readonly h: string;
  readonly iv: Bytes;
  readonly ct: Bytes;
  readonly sum: Bytes;
}

async function recordFrom(
  stored: unknown,
  isWhole: (fields: Fields) => Promise<boolean>,
): Promise<Result<SealedRecord, RecordFailure>> {
  const parsed = typeof stored === 'string' ? parseJson(stored) : undefined;
  if (!parsed?.ok || !isJsonObject(parsed.value)) return err({ kind: 'damaged' });
  const { h, ...fields } = parsed.value;
  const iv = decodeBase64(fields['iv'], IV_BYTES);
  const ct = decodeBase64(fields['ct']);
  const sum = decodeBase64(fields['sum'], 32);
  if (typeof h !== 'string' || !iv.ok || !ct.ok || !sum.ok) return err({ kind: 'damaged' });
  if (!(await isWhole({ h, iv: iv.value, ct: ct.value, sum: sum.value }))) return err({ kind: 'damaged' });
  const header = parseHeader(h);
  if (!header.ok) return header;
  if (Object.keys(fields).length !== 3) return err({ kind: 'damaged' });
  return ok({ header: header.value, headerText: h, iv: iv.value, ct: ct.value });
}

/** The header alone, of a stored string that begins as `sealRecord` writes them: what follows may be megabytes. */
export function peekHeader(stored: unknown): Header | undefined {
  const end = typeof stored === 'string' ? stored.indexOf('","iv":"') : -1;
  const parsed = end < 0 ? undefined : parseJson(`${String(stored).slice(0, end)}"}`);
  if (!parsed?.ok || !isJsonObject(parsed.value) || typeof parsed.value['h'] !== 'string') return undefined;
  const header = parseHeader(parsed.value['h']);
  return header.ok ? header.value : undefined;
}

/** Seals `content` under a header of its own, with a fresh salt and iv. Returns the string to store. */
export async function sealRecord(vaultKey: Bytes, described: DescribedHeader, content: VaultContent): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const { vault, epoch, gen, ts, ...rest } = described;
  const header: Header = { v: 1, vault, epoch, gen, ts, bs: encodeBase64(salt), cipher: 'A256GCM', ...rest };
  const h = JSON.stringify(header);
  const iv = randomBytes(IV_BYTES);
  const ct = await sealBytes(await bodyKey(vaultKey, salt), iv, encodeContent(content), associatedText(h));
  const sum = await sumOf(h, iv, ct);
  return JSON.stringify({ h, iv: encodeBase64(iv), ct: encodeBase64(ct), sum: encodeBase64(sum) });
}

/** `refused`: another key, or something was changed by someone who also set `sum` right. */
export async function openRecord(
  vaultKey: Bytes,
  { header, headerText, iv, ct }: SealedRecord,
): Promise<Result<VaultContent, { readonly kind: 'refused' | 'damaged' }>> {
  const salt = decodeBase64(header.bs, SALT_BYTES);
  if (!salt.ok) return err({ kind: 'damaged' });
  const body = await openBytes(await bodyKey(vaultKey, salt.value), iv, ct, associatedText(headerText));
  return body === undefined ? err({ kind: 'refused' }) : decodeContent(body);
}

async function bodyKey(vaultKey: Bytes, salt: Bytes): Promise<CryptoKey> {
  return await deriveKey(vaultKey, salt, 'halfminute/1 body');
}

function associatedText(h: string): string {
  return `halfminute/1 body\n${h}`;
}

async function sumOf(h: string, iv: Bytes, ct: Bytes): Promise<Bytes> {
  const whole = concatBytes(utf8(h), new Uint8Array(1), iv, ct);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}
