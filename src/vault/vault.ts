/**
 * The vault: found and opened. Made in create.ts, unlocked in unlock.ts, changed in change.ts, given other keys in rekey.ts,
 * mended in heal.ts.
 */
import { err, ok, type Result } from '../result';
import type { Bytes } from './bytes';
import { CONTENT_VERSION, type VaultContent } from './content';
import {
  type CopiesFailure,
  findAllCopies,
  findAtSight,
  findCopies,
  type IntactCopy,
  isAsLeft,
  isInOrder,
} from './copies';
import { type Header, isArgon2idSlot, isDeviceSlot } from './header';
import { type DescribedHeader, openRecord } from './record';
import type { Domains } from './storage';

/**
 * The door a vault is opened by. `device` only where a device slot and no passphrase slot stands: no version writes both,
 * and a vault that had both must not be given up for a lost device key while its passphrase opens it.
 */
export type Protection = 'passphrase' | 'device';

export interface OpenedVault {
  readonly vaultId: string;
  readonly epoch: number;
  readonly generation: number;
  readonly protection: Protection;
  readonly content: VaultContent;
  /** Written by a newer Halfminute: shown, not changed. */
  readonly isReadOnly: boolean;
}

export type OpenFailure = CopiesFailure | { readonly kind: 'key-refused' };

/** Whether there is a vault and what opens it, without opening it. */
export async function findVault(
  domains: Domains,
): Promise<Result<'absent' | Protection, { readonly kind: 'damaged' | 'newer' | 'storage-failed' }>> {
  const found = await findCopies(domains);
  if (found.ok) return ok(protectionOf(found.value.intact[0].record.header));
  const { kind } = found.error;
  return kind === 'absent' ? ok('absent') : err({ kind });
}

/**
 * The content by the key, from the highest generation that opens; an older copy is opened only where the newer does not.
 * `needsHealing`: something is not as the last commit left it. `copies`: whether the mirror is asked in any case.
 */
export async function openVault(
  domains: Domains,
  vaultKey: Bytes,
  copies: 'enough' | 'all' = 'enough',
): Promise<Result<OpenedVault & { readonly needsHealing: boolean }, OpenFailure>> {
  const found = copies === 'all' ? await findAllCopies(domains) : await findCopies(domains);
  if (!found.ok) return found;
  const opened = await openNewest(found.value.intact, vaultKey);
  if (opened === undefined) return err({ kind: 'key-refused' });
  const isFine = copies === 'all' ? isInOrder(found.value) : isAsLeft(found.value);
  const needsHealing = !isFine || opened.copy !== found.value.intact[0];
  return ok({ ...opened.vault, needsHealing });
}

/**
 * The content where everything is as the last commit left it, as far as that shows without the older copy's body: for a page
 * that draws first and has both copies looked at behind that. Undefined where it must be opened the whole way.
 */
export async function openAtSight(
  { local }: Pick<Domains, 'local'>,
  vaultKey: Bytes,
): Promise<OpenedVault | undefined> {
  const record = await findAtSight(local);
  const content = record === undefined ? undefined : await openRecord(vaultKey, record);
  return record !== undefined && content?.ok ? openedFrom(record.header, content.value) : undefined;
}

export async function openNewest(
  intact: readonly IntactCopy[],
  vaultKey: Bytes,
): Promise<{ readonly copy: IntactCopy; readonly vault: OpenedVault } | undefined> {
  for (const copy of intact) {
    const content = await openRecord(vaultKey, copy.record);
    if (content.ok) return { copy, vault: openedFrom(copy.record.header, content.value) };
  }
  return undefined;
}

export function openedFrom(header: DescribedHeader, content: VaultContent): OpenedVault {
  return {
    vaultId: header.vault,
    epoch: header.epoch,
    generation: header.gen,
    protection: protectionOf(header),
    content,
    isReadOnly: content.content > CONTENT_VERSION,
  };
}

export function protectionOf({ slots }: Pick<Header, 'slots'>): Protection {
  return slots.some(isDeviceSlot) && !slots.some(isArgon2idSlot) ? 'device' : 'passphrase';
}
