/**
 * Slots: the vault key wrapped under a key that a passphrase or this device gives. The slot's own description, the vault
 * and its epoch are authenticated with it, so that none can be changed or moved.
 */
import { err, ok, type Result } from '../result';
import { decodeBase64, encodeBase64 } from './base64';
import { type Bytes, randomBytes } from './bytes';
import { deriveKey, IV_BYTES, openBytes, sealBytes } from './ciphers';
import type { Argon2idSlot, DeviceSlot, Header, Slot, WrappedKey } from './header';
import { canonicalJson } from './json';
import { type Argon2id, isAcceptableCost, TODAYS_COST } from './kdf';
import { passphraseBytes } from './passphrase';

/** Where a slot belongs. */
export type Place = Pick<Header, 'vault' | 'epoch'>;

export type SlotFailure = { readonly kind: 'refused' | 'damaged' | 'kdf-failed' };

/** Wraps `vaultKey` under a passphrase at today's cost. */
export async function wrapUnderPassphrase(
  argon2id: Argon2id,
  passphrase: string,
  vaultKey: Bytes,
  place: Place,
): Promise<Result<Argon2idSlot, { readonly kind: 'kdf-failed' }>> {
  const { memoryKib, passes, lanes } = TODAYS_COST;
  const described = {
    id: crypto.randomUUID(),
    kind: 'argon2id' as const,
    ver: 19 as const,
    m: memoryKib,
    t: passes,
    p: lanes,
    salt: encodeBase64(randomBytes(16)),
  };
  const derived = await derivedFrom(argon2id, passphrase, described);
  if (!derived.ok) return err({ kind: 'kdf-failed' });
  const slot = await wrap(derived.value, described, vaultKey, place);
  derived.value.fill(0);
  return ok(slot);
}

/** The vault key. `refused` is the one answer that means a wrong passphrase. */
export async function unwrapWithPassphrase(
  argon2id: Argon2id,
  passphrase: string,
  slot: Argon2idSlot,
  place: Place,
): Promise<Result<Bytes, SlotFailure>> {
  const derived = await derivedFrom(argon2id, passphrase, slot);
  if (!derived.ok) return derived;
  const vaultKey = await unwrap(derived.value, slot, place);
  derived.value.fill(0);
  return vaultKey;
}

/** Wraps `vaultKey` under the 32 bytes this device keeps. */
export async function wrapUnderDeviceKey(deviceKey: Bytes, vaultKey: Bytes, place: Place): Promise<DeviceSlot> {
  return await wrap(deviceKey, { id: crypto.randomUUID(), kind: 'device' as const }, vaultKey, place);
}

/** The vault key. `refused`: the slot was made with another device key. */
export async function unwrapWithDeviceKey(
  deviceKey: Bytes,
  slot: DeviceSlot,
  place: Place,
): Promise<Result<Bytes, SlotFailure>> {
  return await unwrap(deviceKey, slot, place);
}

async function derivedFrom(
  argon2id: Argon2id,
  passphrase: string,
  { m, t, p, salt }: Pick<Argon2idSlot, 'm' | 't' | 'p' | 'salt'>,
): Promise<Result<Bytes, SlotFailure>> {
  const cost = { memoryKib: m, passes: t, lanes: p };
  const saltBytes = decodeBase64(salt);
  if (!saltBytes.ok || !isAcceptableCost(cost)) return err({ kind: 'damaged' });
  try {
    return ok(await argon2id(passphraseBytes(passphrase), { ...cost, salt: saltBytes.value }));
  } catch {
    return err({ kind: 'kdf-failed' });
  }
}

async function wrap<D extends Slot>(
  input: Bytes,
  described: D,
  vaultKey: Bytes,
  place: Place,
): Promise<D & WrappedKey> {
  const iv = randomBytes(IV_BYTES);
  const wrapped = await sealBytes(await keyOfSlot(input, described), iv, vaultKey, associatedText(described, place));
  return { ...described, iv: encodeBase64(iv), wk: encodeBase64(wrapped) };
}

async function unwrap(input: Bytes, slot: WrappedKey, place: Place): Promise<Result<Bytes, SlotFailure>> {
  const { iv, wk, ...described } = slot;
  const ivBytes = decodeBase64(iv);
  const wrapped = decodeBase64(wk);
  if (!ivBytes.ok || !wrapped.ok) return err({ kind: 'damaged' });
  const kek = await keyOfSlot(input, slot);
  const vaultKey = await openBytes(kek, ivBytes.value, wrapped.value, associatedText(described, place));
  return vaultKey === undefined ? err({ kind: 'refused' }) : ok(vaultKey);
}

async function keyOfSlot(input: Bytes, { id, kind }: Slot): Promise<CryptoKey> {
  return await deriveKey(input, uuidBytes(id), `halfminute/1 kek ${kind}`);
}

function associatedText(described: object, { vault, epoch }: Place): string {
  return `halfminute/1 slot\n${vault}\n${epoch}\n${canonicalJson(described)}`;
}

function uuidBytes(uuid: string): Bytes {
  const hex = uuid.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, place) => Number.parseInt(hex.slice(2 * place, 2 * place + 2), 16));
}
