/** Making a vault: only where there is no trace of one, and with the device key in place before the record that needs it. */
import { err, ok, type Result } from '../result';
import type { StoredAccount } from './account';
import { type Bytes, randomBytes } from './bytes';
import { KEY_BYTES } from './ciphers';
import { type NewRecord, type WriteFailure, type Written, writeRecord } from './commit';
import { newContent, type VaultContent } from './content';
import { COPY_KEYS, MIRROR_KEY, NO_SNAPSHOTS } from './copies';
import { makeDeviceKey } from './device-key';
import type { Slot } from './header';
import { passphraseProblem } from './passphrase';
import { type DescribedHeader, sealRecord } from './record';
import { type Bundle, type OnUnreadable, readBundle, retireDeviceKey, type SetAsideFailure } from './set-aside';
import { type Place, wrapUnderDeviceKey, wrapUnderPassphrase } from './slots';
import type { VaultPorts } from './storage';
import type { UnlockedVault } from './unlock';
import { findVault, openedFrom } from './vault';

/** What will open the vault. */
export type Credential = { readonly kind: 'passphrase'; readonly passphrase: string } | { readonly kind: 'device' };

export type CreateFailure =
  | WriteFailure
  | { readonly kind: 'passphrase-too-short' | 'vault-exists' | 'storage-failed' | 'kdf-failed' };

export interface NewVault {
  readonly credential: Credential;
  readonly accounts: readonly StoredAccount[];
}

/** Makes the vault, in both domains, with its first accounts. Refuses where there is any trace of one. */
export async function createVault(
  ports: VaultPorts,
  { credential, accounts }: NewVault,
): Promise<Result<UnlockedVault & Written, CreateFailure>> {
  if (isTooShort(credential)) return err({ kind: 'passphrase-too-short' });
  return await ports.exclusive(async () => {
    const found = await findVault(ports);
    if (!found.ok) return err({ kind: found.error.kind === 'storage-failed' ? 'storage-failed' : 'vault-exists' });
    if (found.value !== 'absent') return err({ kind: 'vault-exists' });
    const sealed = await sealFirst(ports, credential, newContent(accounts));
    return sealed.ok ? await writeFirst(ports, sealed.value) : sealed;
  });
}

export type ReplaceFailure = CreateFailure | SetAsideFailure;

/**
 * A vault of everything that a backup holds, under a passphrase, in the place of whatever stands there, which is set aside in
 * the same write: at any moment the one or the other opens.
 */
export async function replaceVault(
  ports: VaultPorts,
  passphrase: string,
  content: VaultContent,
  onUnreadable: OnUnreadable = 'refuse',
): Promise<Result<UnlockedVault & Written, ReplaceFailure>> {
  const credential: Credential = { kind: 'passphrase', passphrase };
  if (isTooShort(credential)) return err({ kind: 'passphrase-too-short' });
  return await ports.exclusive(async () => {
    const sealed = await sealFirst(ports, credential, content);
    if (!sealed.ok) return sealed;
    const found = await findVault(ports);
    if (found.ok && found.value === 'absent') return await writeFirst(ports, sealed.value);
    const bundle = await readBundle(ports, onUnreadable);
    return bundle.ok ? await writeOver(ports, sealed.value, bundle.value) : bundle;
  });
}

async function writeOver(
  ports: VaultPorts,
  record: FirstRecord,
  { key, text }: Bundle,
): Promise<Result<UnlockedVault & Written, WriteFailure>> {
  const written = await writeFirst(ports, record, { ...NO_SNAPSHOTS, [key]: text });
  if (!written.ok) await putBack(ports, text);
  // A mirror that could not follow still holds what this key may open.
  else if (written.value.isMirrored) await retireDeviceKey(ports, key);
  return written;
}

/** After a write that does not count the local domain stands again as it was; the mirror was not touched. */
async function putBack({ local }: VaultPorts, text: string): Promise<void> {
  const { halfminute: _format, [MIRROR_KEY]: _records, ...stood } = JSON.parse(text) as Record<string, unknown>;
  try {
    await local.set({ ...NO_SNAPSHOTS, va: null, vb: null, ...stood });
  } catch {
    // The answer already says that the write failed; what stood there is set aside, or still stands.
  }
}

function isTooShort(credential: Credential): boolean {
  return credential.kind === 'passphrase' && passphraseProblem(credential.passphrase) !== undefined;
}

interface FirstRecord extends NewRecord {
  readonly mark: DescribedHeader;
}

async function sealFirst(
  ports: VaultPorts,
  credential: Credential,
  content: VaultContent,
): Promise<Result<FirstRecord, { readonly kind: 'kdf-failed' | 'storage-failed' }>> {
  const vaultKey = randomBytes(KEY_BYTES);
  const place = { vault: crypto.randomUUID(), epoch: 1 };
  const slot = await firstSlot(ports, credential, vaultKey, place);
  if (!slot.ok) return slot;
  const mark = { ...place, gen: 1, ts: ports.nowMs(), slots: [slot.value] };
  return ok({ sealed: await sealRecord(vaultKey, mark, content), mark, vaultKey, content });
}

async function writeFirst(
  ports: VaultPorts,
  record: FirstRecord,
  beside: Readonly<Record<string, string | null>> = {},
): Promise<Result<UnlockedVault & Written, WriteFailure>> {
  const write = { record, keys: COPY_KEYS, beside, needsSnapshots: true };
  let written = await writeRecord(ports, write);
  // No older copy stands beside it: what was written badly would be damage with nothing to go back to.
  if (!written.ok && written.error.kind === 'read-back-failed') written = await writeRecord(ports, write);
  const { mark, content, vaultKey } = record;
  return written.ok ? ok({ ...openedFrom(mark, content), vaultKey, ...written.value }) : written;
}

async function firstSlot(
  ports: VaultPorts,
  credential: Credential,
  vaultKey: Bytes,
  place: Place,
): Promise<Result<Slot, { readonly kind: 'kdf-failed' | 'storage-failed' }>> {
  switch (credential.kind) {
    case 'passphrase':
      return await wrapUnderPassphrase(ports.argon2id, credential.passphrase, vaultKey, place);
    case 'device': {
      const deviceKey = await makeDeviceKey(ports);
      return deviceKey.ok ? ok(await wrapUnderDeviceKey(deviceKey.value, vaultKey, place)) : deviceKey;
    }
  }
}
