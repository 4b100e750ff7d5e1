import { err, ok, type Result } from '../result';

export type JsonObject = Record<string, unknown>;

/** The one place of this room where a text that is not JSON is caught. */
export function parseJson(text: string): Result<unknown, { kind: 'not-json' }> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ kind: 'not-json' });
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A safe integer that counts something: 0 or more. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** JSON without white space, the keys of every object sorted by code unit: one text for one value. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(',')}}`;
}
