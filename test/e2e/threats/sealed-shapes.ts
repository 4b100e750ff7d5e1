/** What may be stored, by its shape: sealed records, the mark of the last write, the look, the correction of codes. Anything else is told. */
import type { Databases } from '../databases';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const RECORD_KEYS = /^(?:va|vb|s[0-4])$/;

type Shape = (value: unknown) => boolean;

const isUuid: Shape = (value) => typeof value === 'string' && UUID.test(value);
const isNumber: Shape = Number.isSafeInteger;
const isSealed: Shape = (value) => typeof value === 'string' && value !== '' && BASE64.test(value);
const isOneOf = (...values: readonly unknown[]): Shape => values.includes.bind(values);

/** Whether `value` has exactly these keys, each of its shape: what is not named here must not be stored. */
function hasExactly(value: unknown, shapes: Readonly<Record<string, Shape>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const names = Object.keys(shapes);
  return (
    Object.keys(value).length === names.length &&
    names.every((name) => shapes[name]?.((value as Record<string, unknown>)[name]) === true)
  );
}

const isSlot: Shape = (slot) => {
  const wrapped = { id: isUuid, iv: isSealed, wk: isSealed };
  const cost = { ver: isNumber, m: isNumber, t: isNumber, p: isNumber, salt: isSealed };
  return (
    hasExactly(slot, { ...wrapped, ...cost, kind: isOneOf('argon2id') }) ||
    hasExactly(slot, { ...wrapped, kind: isOneOf('device') })
  );
};

const isHeader: Shape = (text) =>
  hasExactly(parse(text), {
    v: isOneOf(1),
    vault: isUuid,
    epoch: isNumber,
    gen: isNumber,
    ts: isNumber,
    bs: isSealed,
    cipher: isOneOf('A256GCM'),
    slots: (slots) => Array.isArray(slots) && slots.every(isSlot),
  });

const isRecord: Shape = (text) => hasExactly(parse(text), { h: isHeader, iv: isSealed, ct: isSealed, sum: isSealed });

const isMark: Shape = (text) => hasExactly(parse(text), { vault: isUuid, epoch: isNumber, gen: isNumber });

/** How the pages look and in which order, never what they show. */
const isLook: Shape = (value) =>
  hasExactly(value, {
    theme: isOneOf('system', 'light', 'dark'),
    order: isOneOf('own', 'name', 'newest'),
    hidesCodes: isOneOf(true, false),
  });

/** The keys of `storage.local` whose values are neither sealed nor known to be harmless. */
export function unsealedKeys(items: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(items).filter((key) => {
    if (RECORD_KEYS.test(key)) return !isRecord(items[key]);
    if (key === 'hw') return !isMark(items[key]);
    if (key === 'look') return !isLook(items[key]);
    if (key === 'clock') return !isNumber(items[key]);
    return true;
  });
}

/** The same for the databases of a vault under a passphrase, of which there is one. */
export function unsealedItems({ halfminute = {}, ...others }: Databases): readonly string[] {
  const { mirror, hw, ...rest } = halfminute;
  const isSealedMirror = Array.isArray(mirror) && mirror.length > 0 && mirror.every(isRecord) && isMark(hw);
  return [...Object.keys(others), ...Object.keys(rest), ...(isSealedMirror ? [] : ['halfminute'])];
}

function parse(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
