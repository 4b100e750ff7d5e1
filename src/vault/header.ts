/** The header of a record: everything one must know before opening it. Its exact text is authenticated with the body. */
import { err, ok, type Result } from '../result';
import { decodeBase64 } from './base64';
import { IV_BYTES, KEY_BYTES, TAG_BYTES } from './ciphers';
import { isCount, isJsonObject, type JsonObject, parseJson } from './json';

export const HEADER_VERSION = 1;
export const SALT_BYTES = 32;
const SLOT_SALT_BYTES = 16;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A slot of any kind. Kinds this version does not know are kept as they are. */
export interface Slot extends JsonObject {
  readonly id: string;
  readonly kind: string;
}

/** A slot of a kind this version opens. */
export interface WrappedKey extends Slot {
  /** The vault key, wrapped. */
  readonly iv: string;
  readonly wk: string;
}

export interface Argon2idSlot extends WrappedKey {
  readonly kind: 'argon2id';
  /** Argon2 version 1.3. */
  readonly ver: 19;
  /** Memory in KiB, passes, lanes. */
  readonly m: number;
  readonly t: number;
  readonly p: number;
  readonly salt: string;
}

export interface DeviceSlot extends WrappedKey {
  readonly kind: 'device';
}

/** Fields this version does not know are kept as they are. */
export interface Header {
  readonly v: 1;
  readonly vault: string;
  /** One more at every new vault key. */
  readonly epoch: number;
  /** One more at every commit. */
  readonly gen: number;
  /** Milliseconds since 1970 when it was sealed. */
  readonly ts: number;
  /** Salt of the body key, fresh for every record. */
  readonly bs: string;
  readonly cipher: 'A256GCM';
  readonly slots: readonly Slot[];
}

export function parseHeader(text: string): Result<Header, { readonly kind: 'damaged' | 'newer' }> {
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) return err({ kind: 'damaged' });
  const header = parsed.value;
  if (isCount(header['v']) && header['v'] > HEADER_VERSION) return err({ kind: 'newer' });
  return isHeader(header) ? ok(header) : err({ kind: 'damaged' });
}

export function isArgon2idSlot(slot: Slot): slot is Argon2idSlot {
  return slot.kind === 'argon2id';
}

export function isDeviceSlot(slot: Slot): slot is DeviceSlot {
  return slot.kind === 'device';
}

function isHeader(header: JsonObject): header is JsonObject & Header {
  const { v, vault, epoch, gen, ts, bs, cipher, slots } = header;
  return (
    v === HEADER_VERSION &&
    isUuid(vault) &&
    [epoch, gen, ts].every(isCount) &&
    decodeBase64(bs, SALT_BYTES).ok &&
    cipher === 'A256GCM' &&
    Array.isArray(slots) &&
    slots.length > 0 &&
    slots.every(isSlot) &&
    new Set(slots.map((slot) => slot.id)).size === slots.length
  );
}

function isSlot(value: unknown): value is Slot {
  if (!isJsonObject(value) || !isUuid(value['id'])) return false;
  switch (value['kind']) {
    case 'argon2id':
      return isWrappedKey(value) && isArgon2idCost(value);
    case 'device':
      return isWrappedKey(value);
    default:
      return typeof value['kind'] === 'string';
  }
}

// Flat, so that its canonical text is cheap whatever a hostile record nests elsewhere.
function isWrappedKey(slot: JsonObject): boolean {
  const isFlat = Object.values(slot).every((value) => typeof value !== 'object');
  return isFlat && decodeBase64(slot['iv'], IV_BYTES).ok && decodeBase64(slot['wk'], KEY_BYTES + TAG_BYTES).ok;
}

function isArgon2idCost({ ver, m, t, p, salt }: JsonObject): boolean {
  return ver === 19 && [m, t, p].every(isCount) && decodeBase64(salt, SLOT_SALT_BYTES).ok;
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
