/** What a passphrase gave is in memory no longer than it takes to wrap a key with it, or to unwrap one. */
import { expect, it } from 'vitest';
import { type Bytes, randomBytes } from '../../src/vault/bytes';
import type { Argon2id } from '../../src/vault/kdf';
import { unwrapWithPassphrase, wrapUnderPassphrase } from '../../src/vault/slots';
import { cheapArgon2id, PASSPHRASE } from './memory-domain';

it('wipes the derived key after wrapping, after unwrapping and after a refusal', async () => {
  const given: Bytes[] = [];
  const argon2id: Argon2id = async (passphrase, parameters) => {
    const derived = await cheapArgon2id(passphrase, parameters);
    expect(derived.some((byte) => byte !== 0)).toBe(true);
    given.push(derived);
    return derived;
  };
  const place = { vault: '00000000-0000-4000-8000-000000000000', epoch: 1 };
  const vaultKey = randomBytes(32);
  const slot = await wrapUnderPassphrase(argon2id, PASSPHRASE, vaultKey, place);
  if (!slot.ok) throw new Error(slot.error.kind);
  const opened = await unwrapWithPassphrase(argon2id, PASSPHRASE, slot.value, place);
  expect(opened).toEqual({ ok: true, value: vaultKey });
  const refused = await unwrapWithPassphrase(argon2id, 'another passphrase', slot.value, place);
  expect(refused).toEqual({ ok: false, error: { kind: 'refused' } });
  expect(given).toEqual([new Uint8Array(32), new Uint8Array(32), new Uint8Array(32)]);
});
