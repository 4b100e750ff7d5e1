/**
 * The records in a file's text: the file is one record, or a bundle of stored bytes, which is a JSON object whose values
 * are the stored strings or lists of them. What else a bundle holds, and what is no record, is passed over.
 */
import { err, ok, type Result } from '../result';
import { COPY_KEYS } from './copies';
import { isJsonObject, type JsonObject, parseJson } from './json';
import { readRecord, type SealedRecord } from './record';

/** Tens of thousands of accounts, in every copy that is kept of them. */
export const MAX_BACKUP_CHARACTERS = 64 * 1_048_576;

const RECORD_FIELDS = ['h', 'iv', 'ct', 'sum'] as const;
/** The first key of every bundle. */
const BUNDLE_FIELD = 'halfminute';
/** How our files begin, for those that are no JSON any more: cut short, or overwritten further on. */
const OUR_BEGINNING = /^\{\s*"(?:h":"\{|halfminute":)/;

export interface FileRecords {
  /** Of the vault sealed last first; within a vault the highest epoch and generation, of equal ones a current copy. */
  readonly intact: readonly SealedRecord[];
  readonly hasNewer: boolean;
}

/** `not-a-backup`: nothing in the text was ever ours. Ours without an intact record is a value: what is there is damaged. */
export async function findRecords(
  text: string,
): Promise<Result<FileRecords, { readonly kind: 'too-large' | 'not-a-backup' }>> {
  if (text.length > MAX_BACKUP_CHARACTERS) return err({ kind: 'too-large' });
  // The byte order mark, with which some editors save, counts as white space here.
  const texts = recordTexts(text.trim());
  if (texts === undefined) return err({ kind: 'not-a-backup' });
  const read = await Promise.all(texts.map(readRecord));
  const intact = read.flatMap((record) => (record.ok ? [record.value] : []));
  return ok({
    intact: newestFirst(intact),
    hasNewer: read.some((record) => !record.ok && record.error.kind === 'newer'),
  });
}

/** What may be records, current copies first; undefined where nothing is ours. */
function recordTexts(text: string): readonly string[] | undefined {
  const parsed = parseJson(text);
  if (!parsed.ok) return OUR_BEGINNING.test(text) ? [] : undefined;
  if (!isJsonObject(parsed.value)) return undefined;
  if (isRecordLike(parsed.value)) return [text];
  const { current, others } = bundledTexts(parsed.value);
  const texts = [...current, ...others];
  return Object.hasOwn(parsed.value, BUNDLE_FIELD) || texts.some(wasRecord) ? texts : undefined;
}

function bundledTexts(bundle: JsonObject): Readonly<Record<'current' | 'others', readonly string[]>> {
  const texts = { current: [] as string[], others: [] as string[] };
  for (const [key, value] of Object.entries(bundle)) {
    const stored = [value].flat().filter((one) => typeof one === 'string');
    texts[COPY_KEYS.some((copy) => copy === key) ? 'current' : 'others'].push(...stored);
  }
  return texts;
}

function wasRecord(text: string): boolean {
  const parsed = parseJson(text);
  return parsed.ok ? isJsonObject(parsed.value) && isRecordLike(parsed.value) : OUR_BEGINNING.test(text);
}

/** One of the four names may be damaged. */
function isRecordLike(value: JsonObject): boolean {
  return RECORD_FIELDS.filter((field) => Object.hasOwn(value, field)).length >= RECORD_FIELDS.length - 1;
}

/** Generations of different vaults are not compared. */
function newestFirst(records: readonly SealedRecord[]): readonly SealedRecord[] {
  const vaults = new Map<string, SealedRecord[]>();
  for (const record of records.toSorted((a, b) => b.header.ts - a.header.ts)) vaults.set(record.header.vault, []);
  for (const record of records) vaults.get(record.header.vault)?.push(record);
  return [...vaults.values()].flatMap((ofVault) =>
    ofVault.sort((a, b) => b.header.epoch - a.header.epoch || b.header.gen - a.header.gen),
  );
}
