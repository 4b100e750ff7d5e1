/**
 * Changing the vault: under the lock, from what is stored and not from what a page remembers, in one write, which counts only
 * after it was read back.
 */
import { err, ok, type Result } from '../result';
import type { Bytes } from './bytes';
import { type CommitFailure, type NotWritable, type Written, writeRecord } from './commit';
import type { VaultContent } from './content';
import {
  COPY_KEYS,
  type Copy,
  type CopyKey,
  type FoundVault,
  findAllCopies,
  type IntactCopy,
  isLocal,
  isOpenedAlike,
  marksIn,
} from './copies';
import { type Mark, newestFirst, nextGeneration } from './mark';
import { pruneTrash } from './operations';
import { type DescribedHeader, openRecord, sealRecord } from './record';
import { setAsideForeign } from './set-aside';
import { isSnapshotDue, placeForSnapshot, readSnapshots } from './snapshots';
import type { VaultPorts } from './storage';
import { isIntact } from './stored-record';
import { type OpenedVault, type OpenFailure, openedFrom, openNewest } from './vault';

/**
 * Applies `operation` to what is stored now, and stores the result. `operation` is a function of the content, by account
 * ids; one that changes nothing writes nothing.
 */
export async function commitVault(
  ports: VaultPorts,
  vaultKey: Bytes,
  operation: (content: VaultContent) => VaultContent,
): Promise<Result<OpenedVault & Written, OpenFailure | CommitFailure>> {
  return await ports.exclusive(async () => {
    const base = await openForWriting(ports, vaultKey);
    if (!base.ok) return base;
    const { copy, header, content: before } = base.value;
    const content = operation(before);
    if (content === before) return ok({ ...openedFrom(header, before), isMirrored: true });
    return await writeNext(ports, vaultKey, base.value, pruneTrash(content, ports.nowMs()), copy.stored);
  });
}

/** Seals `content` as the generation after `base`, and writes it. */
export async function writeNext(
  ports: VaultPorts,
  vaultKey: Bytes,
  base: WriteBase,
  content: VaultContent,
  previous: string,
): Promise<Result<OpenedVault & Written, CommitFailure>> {
  const { header, setAside: beside, targets: keys } = base;
  const mark = { ...header, gen: base.nextGeneration, ts: ports.nowMs() };
  const record = { sealed: await sealRecord(vaultKey, mark, content), mark, vaultKey, content };
  const snapshot = await snapshotOf(ports, base, content);
  const written = await writeRecord(ports, { record, keys, beside, snapshot, previous });
  return written.ok ? ok({ ...openedFrom(mark, content), ...written.value }) : written;
}

async function snapshotOf(
  { local, nowMs }: VaultPorts,
  { copy, header, content }: WriteBase,
  after: VaultContent,
): Promise<Record<string, string>> {
  if (!isSnapshotDue(header.ts, nowMs(), content, after)) return {};
  const place = placeForSnapshot(await readSnapshots(local));
  return place === undefined ? {} : { [place]: copy.stored };
}

/** What a write starts from. */
export interface WriteBase {
  /** The newest valid copy, opened. */
  readonly copy: IntactCopy;
  readonly header: DescribedHeader;
  readonly content: VaultContent;
  readonly nextGeneration: number;
  /** The copies to write: never the only valid local one. */
  readonly targets: readonly CopyKey[];
  /** Records of another vault where ours may be written are kept under other names, until the person decides. */
  readonly setAside: Readonly<Record<string, string>>;
  readonly found: FoundVault;
}

/** Opens what is stored now, where this key and this version may write after it. Only under the lock. */
export async function openForWriting(
  ports: VaultPorts,
  vaultKey: Bytes,
): Promise<Result<WriteBase, OpenFailure | NotWritable>> {
  const all = await findAllCopies(ports);
  if (!all.ok) return all;
  const found = all.value;
  const opened = await openNewest(found.intact, vaultKey);
  if (opened === undefined) return err({ kind: 'key-refused' });
  const { copy, vault } = opened;
  if (vault.isReadOnly) return err({ kind: 'read-only' });
  const { v, bs, cipher, ...header } = copy.record.header;
  // The vault got a new key while this page held the old one, or what is older was put back since.
  if (found.intact.some(({ record }) => record.header.epoch > header.epoch)) return err({ kind: 'superseded' });
  if (isUnsure(found, header)) return err({ kind: 'storage-failed' });
  return ok({
    copy,
    header,
    content: vault.content,
    nextGeneration: nextGeneration(header, marksIn(found)),
    targets: await targetsOf(found.copies, copy, vaultKey),
    setAside: await setAsideForeign(ports, found.copies, header.vault),
    found,
  });
}

/** A local copy that can't be read may be the newest one. It is written over only where a mark says that it is not. */
function isUnsure(found: FoundVault, { vault, epoch, gen }: Mark): boolean {
  const isBlind = found.copies.some((copy) => isLocal(copy) && copy.state === 'unreadable');
  return isBlind && !marksIn(found).some((mark) => mark.vault === vault && mark.epoch === epoch && mark.gen === gen);
}

/**
 * The local copy that is not valid, else the older one. Where the mirror has the newest, also each that another passphrase
 * opens; both where neither is valid.
 */
async function targetsOf(copies: readonly Copy[], opened: IntactCopy, vaultKey: Bytes): Promise<readonly CopyKey[]> {
  if (opened.place === 'va') return ['vb'];
  if (opened.place === 'vb') return ['va'];
  const current = copies
    .filter(isLocal)
    .filter(isIntact)
    .filter((copy) => isOpenedAlike(copy, opened));
  const valid: IntactCopy[] = [];
  for (const copy of current) if ((await openRecord(vaultKey, copy.record)).ok) valid.push(copy);
  const [newest] = valid.sort((a, b) => newestFirst(a.record.header, b.record.header));
  return COPY_KEYS.filter((key) => key !== newest?.place);
}
