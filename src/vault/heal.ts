/**
 * Healing: what one domain lost or spoiled is written again from the other, as the records stand, and what only the mark
 * remembers is told once. Done at every unlock and wherever a page finds the vault not as the last commit left it.
 */
import { err, ok, type Result } from '../result';
import type { Bytes } from './bytes';
import { openForWriting, type WriteBase, writeNext } from './change';
import { type CommitFailure, itemsOf, writeMirror } from './commit';
import { COPY_KEYS, type Copy, type IntactCopy, isLocal, isOpenedAlike, marksIn } from './copies';
import { isAhead, newestFirst } from './mark';
import type { VaultPorts } from './storage';
import { isIntact } from './stored-record';
import type { OpenFailure } from './vault';

/**
 * What a person is told in one line. `local-healed`, `mirror-healed`: that domain had lost the vault and has it again.
 * `older-state`: a later write than any that can be found was made once. `mirror-failing`: there is no second copy now.
 * `other-vault`: records of another vault stood there and are set aside. `superseded`: a state of a newer key is there, which
 * this one does not open, and nothing can be written.
 */
export type News = 'local-healed' | 'mirror-healed' | 'older-state' | 'mirror-failing' | 'other-vault' | 'superseded';

/** Undefined where there is nothing to tell. A local domain that can't be written is the failure. */
export async function healVault(
  ports: VaultPorts,
  vaultKey: Bytes,
): Promise<Result<News | undefined, OpenFailure | CommitFailure>> {
  return await ports.exclusive(async () => {
    const base = await openForWriting(ports, vaultKey);
    if (!base.ok) return base.error.kind === 'superseded' ? ok('superseded' as const) : base;
    const { found, header, content, copy, setAside } = base.value;
    if (marksIn(found).some((mark) => isAhead(mark, header))) {
      // Sealed once more, above what the mark tells of: no generation is used twice, and the next look is in order.
      const written = await writeNext(ports, vaultKey, base.value, content, copy.stored);
      return written.ok ? ok('older-state' as const) : err({ kind: 'storage-failed' as const });
    }
    const local = await healLocal(ports, base.value);
    if (!local.ok) return local;
    const mirror = await healMirror(ports, base.value);
    return ok(Object.keys(setAside).length > 0 ? 'other-vault' : (local.value ?? mirror));
  });
}

async function healLocal(
  { local }: VaultPorts,
  { copy, header, found, targets, setAside }: WriteBase,
): Promise<Result<News | undefined, { readonly kind: 'storage-failed' }>> {
  const copies = found.copies.filter(isLocal);
  const current = copies.filter(isIntact).filter((one) => isOpenedAlike(one, copy));
  const isMarked = found.marks.some(
    ({ domain, mark }) => domain === 'local' && mark?.vault === header.vault && newestFirst(mark, header) === 0,
  );
  const spoiled = !isLocal(copy) || current.length < COPY_KEYS.length ? targets : [];
  const kept = Object.entries(setAside);
  if (spoiled.length === 0 && isMarked && kept.length === 0) return ok(undefined);
  try {
    await local.set({ ...setAside, ...itemsOf(spoiled, copy.stored, header) });
    const written = [...kept, ...spoiled.map((key) => [key, copy.stored] as const)];
    const there = await Promise.all(written.map(async ([key, stored]) => (await local.get(key)) === stored));
    if (!there.every(Boolean)) return err({ kind: 'storage-failed' });
  } catch {
    return err({ kind: 'storage-failed' });
  }
  return ok(copies.some((one) => isOurs(one, copy)) ? undefined : 'local-healed');
}

async function healMirror({ mirror }: VaultPorts, { copy, header, found }: WriteBase): Promise<News | undefined> {
  const mirrored = found.copies.filter((one) => !isLocal(one));
  // It may hold a later write than this one.
  if (mirrored.some(({ state }) => state === 'unreadable')) return 'mirror-failing';
  const isMarked = found.marks.some(
    ({ domain, mark }) => domain === 'mirror' && mark?.vault === header.vault && newestFirst(mark, header) === 0,
  );
  if (mirrored[0]?.stored === copy.stored && isMarked) return undefined;
  const [previous] = found.intact.filter((one) => one.stored !== copy.stored && isOpenedAlike(one, copy));
  const records = previous === undefined ? [copy.stored] : [copy.stored, previous.stored];
  if (!(await writeMirror(mirror, records, header))) return 'mirror-failing';
  return mirrored.some((one) => isOurs(one, copy)) ? undefined : 'mirror-healed';
}

function isOurs(one: Copy, opened: IntactCopy): boolean {
  return isIntact(one) && one.record.header.vault === opened.record.header.vault;
}
