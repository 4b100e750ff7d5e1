/** What a person pastes instead of scanning: a set-up link, several of them, an export's link, or a key by itself. */
import type { AccountDetails } from '../otp/otp';
import { parseOtpauthUri, type UriError } from '../otp/otpauth-uri';
import { err, ok, type Result } from '../result';
import { type Migration, readMigration } from './google-migration';
import { type LinkLine, readLinkLines } from './link-lines';
import { type PastedKeyError, readPastedKey } from './pasted-key';
import type { Rejected } from './rejected';

export interface PastedText {
  /** Of links and keys; those of exports are in `migrations`. */
  readonly accounts: readonly AccountDetails[];
  readonly migrations: readonly Migration[];
  /** Lines that gave nothing. */
  readonly rejected: readonly Rejected[];
}

export type PastedTextError =
  | PastedKeyError
  | { readonly kind: 'pasted-too-long' }
  /** One link, and what is wrong with it. */
  | Rejected['reason']
  /** Several lines with links, none of which can be read. */
  | { readonly kind: 'all-rejected'; readonly rejected: readonly Rejected[] };

const MAX_CHARACTERS = 1_048_576;

/** Never throws, whatever the text. */
export function readPastedText(text: string): Result<PastedText, PastedTextError> {
  if (text.length > MAX_CHARACTERS) return err({ kind: 'pasted-too-long' });
  const lines = readLinkLines(text);
  if (lines.every(({ kind }) => kind === 'other')) {
    const key = readPastedKey(text);
    return key.ok ? ok({ accounts: [key.value], migrations: [], rejected: [] }) : key;
  }
  const accounts: AccountDetails[] = [];
  const migrations: Migration[] = [];
  const rejected: Rejected[] = [];
  for (const one of lines) {
    const read = readLine(one);
    if (!read.ok) rejected.push({ name: '', line: one.line, reason: read.error });
    else if ('batch' in read.value) migrations.push(read.value);
    else accounts.push(read.value);
  }
  if (accounts.length + migrations.length > 0) return ok({ accounts, migrations, rejected });
  const [only, ...others] = rejected;
  return err(only !== undefined && others.length === 0 ? only.reason : { kind: 'all-rejected', rejected });
}

function readLine({ kind, text, isWrapped }: LinkLine): Result<AccountDetails | Migration, Rejected['reason']> {
  if (kind === 'migration') return readMigration(text);
  const read: Result<{ readonly account: AccountDetails }, UriError> = parseOtpauthUri(text);
  if (!read.ok) return read;
  return isWrapped ? err({ kind: 'link-wrapped' }) : ok(read.value.account);
}
