/** The body of a record: JSON behind which spaces hide its exact length. What this version does not know it keeps. */
import { err, ok, type Result } from '../result';
import { isStoredAccount, type StoredAccount } from './account';
import { type Bytes, utf8 } from './bytes';
import { isCount, isJsonObject, parseJson } from './json';

export const CONTENT_VERSION = 1;
const BLOCK_BYTES = 4096;
const SPACE = 0x20;

export interface VaultContent {
  /** Version of what follows; higher than ours means read-only. */
  readonly content: number;
  readonly accounts: readonly StoredAccount[];
  readonly trash: readonly unknown[];
  readonly groups: readonly unknown[];
  readonly settings: Readonly<Record<string, unknown>>;
}

export function newContent(accounts: readonly StoredAccount[]): VaultContent {
  return { content: CONTENT_VERSION, accounts, trash: [], groups: [], settings: {} };
}

/** JSON with `n`, the number of accounts, padded with spaces to a whole number of 4,096-byte blocks. */
export function encodeContent({ content, ...rest }: VaultContent): Bytes {
  const json = utf8(JSON.stringify({ content, n: rest.accounts.length, ...rest }));
  const padded = new Uint8Array(Math.ceil(json.length / BLOCK_BYTES) * BLOCK_BYTES).fill(SPACE);
  padded.set(json);
  return padded;
}

/** An entry that is no account at all does not cost the others: it is kept in the trash. */
export function decodeContent(body: Bytes): Result<VaultContent, { readonly kind: 'damaged' }> {
  const parsed = parseJson(new TextDecoder().decode(body));
  if (!parsed.ok || !isJsonObject(parsed.value)) return err({ kind: 'damaged' });
  const { n, ...content } = parsed.value;
  if (!isContent(content) || n !== content.accounts.length) return err({ kind: 'damaged' });
  const odd = content.accounts.filter((account) => !isStoredAccount(account));
  if (odd.length === 0) return ok(content);
  return ok({ ...content, accounts: content.accounts.filter(isStoredAccount), trash: [...content.trash, ...odd] });
}

function isContent(value: Record<string, unknown>): value is Record<string, unknown> & VaultContent {
  const { content, accounts, trash, groups, settings } = value;
  return isCount(content) && content > 0 && [accounts, trash, groups].every(Array.isArray) && isJsonObject(settings);
}
