/** The body of a record: JSON behind which spaces hide its exact length. What this version does not know it keeps. */
import { err, ok, type Result } from '../result';
import { isStoredAccount, type StoredAccount } from './account';
import { type Bytes, utf8 } from './bytes';
import { isCount, isJsonObject, type JsonObject, parseJson } from './json';
import { MIGRATIONS, type Migration, migrateContent } from './migrations';

export const CONTENT_VERSION = 1;
/** A symbol, so that it goes wherever the content goes and is never stored. */
const MIGRATED_FROM = Symbol('migrated from');
const BLOCK_BYTES = 4096;
const SPACE = 0x20;

export interface VaultContent {
  /** Version of what follows; higher than ours means read-only. */
  readonly content: number;
  readonly accounts: readonly StoredAccount[];
  readonly trash: readonly unknown[];
  readonly groups: readonly unknown[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly [MIGRATED_FROM]?: number;
}

/** The version of the body this content was read from, where it was older than ours; undefined otherwise. */
export function migratedFrom(content: VaultContent): number | undefined {
  return content[MIGRATED_FROM];
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

/** Brought to today's version. An entry that is no account at all does not cost the others: it is kept in the trash. */
export function decodeContent(
  body: Bytes,
  steps: readonly Migration[] = MIGRATIONS,
): Result<VaultContent, { readonly kind: 'damaged' }> {
  const parsed = parseJson(new TextDecoder().decode(body));
  if (!parsed.ok || !isJsonObject(parsed.value)) return err({ kind: 'damaged' });
  const migrated = migrateContent(parsed.value, steps);
  if (!migrated.ok) return migrated;
  const read = readBody(migrated.value);
  if (!read.ok || migrated.value === parsed.value) return read;
  return ok({ ...read.value, [MIGRATED_FROM]: Number(parsed.value['content']) });
}

function readBody({ n, ...content }: JsonObject): Result<VaultContent, { readonly kind: 'damaged' }> {
  if (!isContent(content) || n !== content.accounts.length) return err({ kind: 'damaged' });
  const odd = content.accounts.filter((account) => !isStoredAccount(account));
  if (odd.length === 0) return ok(content);
  return ok({ ...content, accounts: content.accounts.filter(isStoredAccount), trash: [...content.trash, ...odd] });
}

function isContent(value: Record<string, unknown>): value is Record<string, unknown> & VaultContent {
  const { content, accounts, trash, groups, settings } = value;
  return isCount(content) && content > 0 && [accounts, trash, groups].every(Array.isArray) && isJsonObject(settings);
}
