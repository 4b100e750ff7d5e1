/**
 * Slots: the vault key wrapped under a key that a passphrase gives. The slot's own description, the vault and its epoch
 * are authenticated with it, so that none can be changed or moved.
 */
import { err, ok, type Result } from '../result';
import { decodeBase64, encodeBase64 } from './base64';
import { type Bytes, randomBytes } from './bytes';
import { deriveKey, IV_BYTES, openBytes, sealBytes } from './ciphers';
import type { Argon2idSlot, Header } from './header';
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
  const iv = randomBytes(IV_BYTES);
  const kek = await keyOfSlot(argon2id, passphrase, described);
  if (!kek.ok) return err({ kind: 'kdf-failed' });
  const wrapped = await sealBytes(kek.value, iv, vaultKey, associatedText(described, place));
  return ok({ ...described, iv: encodeBase64(iv), wk: encodeBase64(wrapped) });
}

/** The vault key. `refused` is the one answer that means a wrong passphrase. */
export async function unwrapWithPassphrase(
  argon2id: Argon2id,
  passphrase: string,
  slot: Argon2idSlot,
  place: Place,
): Promise<Result<Bytes, SlotFailure>> {
  const { iv, wk, ...described } = slot;
  const ivBytes = decodeBase64(iv);
  const wrapped = decodeBase64(wk);
  if (!ivBytes.ok || !wrapped.ok) return err({ kind: 'damaged' });
  const kek = await keyOfSlot(argon2id, passphrase, slot);
  if (!kek.ok) return kek;
  const vaultKey = await openBytes(kek.value, ivBytes.value, wrapped.value, associatedText(described, place));
  return vaultKey === undefined ? err({ kind: 'refused' }) : ok(vaultKey);
}

type Described = Pick<Argon2idSlot, 'id' | 'kind' | 'm' | 't' | 'p' | 'salt'>;

async function keyOfSlot(
  argon2id: Argon2id,
  passphrase: string,
  { id, kind, m, t, p, salt }: Described,
): Promise<Result<CryptoKey, SlotFailure>> {
  const cost = { memoryKib: m, passes: t, lanes: p };
  const saltBytes = decodeBase64(salt);
  if (!saltBytes.ok || !isAcceptableCost(cost)) return err({ kind: 'damaged' });
  let derived: Bytes;
  try {
    derived = await argon2id(passphraseBytes(passphrase), { ...cost, salt: saltBytes.value });
  } catch {
    return err({ kind: 'kdf-failed' });
  }
  const kek = await deriveKey(derived, uuidBytes(id), `halfminute/1 kek ${kind}`);
  derived.fill(0);
  return ok(kek);
}

function associatedText(described: object, { vault, epoch }: Place): string {
  return `halfminute/1 slot\n${vault}\n${epoch}\n${canonicalJson(described)}`;
}

function uuidBytes(uuid: string): Bytes {
  const hex = uuid.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, place) => Number.parseInt(hex.slice(2 * place, 2 * place + 2), 16));
}
