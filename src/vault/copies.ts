/** The copies of the record in both domains, each read by itself, and which of them count. */
import { err, ok, type Result } from '../result';
import { MARK_KEY, type Mark, markFrom, newestFirst } from './mark';
import { parseRecord, peekHeader, type SealedRecord } from './record';
import type { Domain, Domains } from './storage';
import { type Intact, isIntact, readStoredRecord, type StoredRecord, storedRecord, UNREADABLE } from './stored-record';

export const COPY_KEYS = ['va', 'vb'] as const;
export type CopyKey = (typeof COPY_KEYS)[number];
/** The last two records, newest first, as one value: whatever damages an IndexedDB takes all of it. */
export const MIRROR_KEY = 'mirror';
const MIRROR_PLACES = ['mirror-1', 'mirror-2'] as const;

/** The earlier states: see snapshots.ts. */
export const SNAPSHOT_KEYS = ['s0', 's1', 's2', 's3', 's4'] as const;
export type SnapshotKey = (typeof SNAPSHOT_KEYS)[number];
/** What takes all of them away in a write of other keys; `null` counts as missing. */
export const NO_SNAPSHOTS: Readonly<Record<SnapshotKey, null>> = { s0: null, s1: null, s2: null, s3: null, s4: null };
export interface Copy extends StoredRecord {
  readonly place: CopyKey | (typeof MIRROR_PLACES)[number];
}
export type IntactCopy = Intact<Copy>;

export type CopiesFailure = { readonly kind: 'absent' | 'damaged' | 'newer' | 'storage-failed' };

interface ReadMark {
  readonly domain: 'local' | 'mirror';
  readonly state: 'there' | 'missing' | 'unreadable';
  /** Undefined also where what is there is damaged. */
  readonly mark: Mark | undefined;
}

/** Everything that was looked at. */
export interface ReadCopies {
  readonly copies: readonly Copy[];
  readonly marks: readonly ReadMark[];
}

export interface FoundVault extends ReadCopies {
  /** The copies of the current vault that count, highest epoch and generation first; at least one. Local before mirror. */
  readonly intact: readonly [IntactCopy, ...IntactCopy[]];
}

/**
 * The vault. The mirror is not asked where the local domain is as the last commit left it. Any trace of a vault is never
 * `absent`; a newer record anywhere keeps this version's hands off everything.
 */
export async function findCopies(domains: Domains): Promise<Result<FoundVault, CopiesFailure>> {
  const local = await readLocal(domains.local);
  return await chooseFrom(domains, isAsLeft(local) ? local : joined(local, await readMirror(domains.mirror)));
}

/** The same from every copy there is: what writes and unlocks start from. */
export async function findAllCopies(domains: Domains): Promise<Result<FoundVault, CopiesFailure>> {
  return await chooseFrom(domains, await readAllCopies(domains));
}

export async function readAllCopies({ local, mirror }: Domains): Promise<ReadCopies> {
  return joined(...(await Promise.all([readLocal(local), readMirror(mirror)])));
}

export function isLocal({ place }: Copy): boolean {
  return place === 'va' || place === 'vb';
}

/** The marks that were found, of whichever vault. */
export function marksIn({ marks }: ReadCopies): readonly Mark[] {
  return marks.flatMap(({ mark }) => (mark === undefined ? [] : [mark]));
}

/** Both local copies are whole and of one vault and epoch, and the newer one is what was written last. */
export function isAsLeft({ copies, marks }: ReadCopies): boolean {
  const headers = copies.filter(isLocal).flatMap(({ record }) => (record === undefined ? [] : [record.header]));
  return areAsLeft(headers, marks.find(({ domain }) => domain === 'local')?.mark);
}

function areAsLeft(headers: readonly Mark[], mark: Mark | undefined): boolean {
  const [newest, other] = [...headers].sort(newestFirst);
  if (newest === undefined || other === undefined || mark === undefined) return false;
  const isOneVault = newest.vault === other.vault && newest.epoch === other.epoch;
  return isOneVault && mark.vault === newest.vault && newestFirst(mark, newest) === 0;
}

/**
 * The newer local copy, where both and the mark are as the last commit left them at first sight: no `sum` is looked at, and
 * no mirror. Undefined where they are not, or could not be read.
 */
export async function findAtSight(local: Domain): Promise<SealedRecord | undefined> {
  try {
    const [mark, ...stored] = await Promise.all([MARK_KEY, ...COPY_KEYS].map((key) => local.get(key)));
    const headers = stored.map(peekHeader);
    const known = headers.filter((header) => header !== undefined);
    if (!areAsLeft(known, markFrom(mark))) return undefined;
    const [newest] = [...known].sort(newestFirst);
    const record = await parseRecord(stored[headers.indexOf(newest)]);
    return record.ok ? record.value : undefined;
  } catch {
    return undefined;
  }
}

/** The same of the local domain by itself, for whoever reaches no other. */
export async function isLocalAsLeft({ local }: Pick<Domains, 'local'>): Promise<boolean> {
  return isAsLeft(await readLocal(local));
}

/** The newest is a local one, and the mirror and its mark are as the last commit left them too. */
export function isInOrder(found: FoundVault): boolean {
  const [newest] = found.intact;
  if (!isLocal(newest)) return false;
  const mirrored = found.copies.find(({ place }) => place === 'mirror-1');
  const mark = found.marks.find(({ domain }) => domain === 'mirror')?.mark;
  const isMirrored = mirrored?.stored === newest.stored && mark?.vault === newest.record.header.vault;
  return isAsLeft(found) && isMirrored && newestFirst(mark, newest.record.header) === 0;
}

/** Of another vault key or passphrase, a copy is what a crash or a loss left behind: it would keep that passphrase good. */
export function isOpenedAlike(one: IntactCopy, other: IntactCopy): boolean {
  const [a, b] = [one.record.header, other.record.header];
  return a.vault === b.vault && a.epoch === b.epoch && JSON.stringify(a.slots) === JSON.stringify(b.slots);
}

async function readLocal(local: Domain): Promise<ReadCopies> {
  const copies = COPY_KEYS.map(async (place) => ({ place, ...(await readStoredRecord(local, place)) }));
  const [mark, ...read] = await Promise.all([readMark(local, 'local'), ...copies]);
  return { copies: read, marks: [mark] };
}

async function readMirror(mirror: Domain): Promise<ReadCopies> {
  const [mark, copies] = await Promise.all([readMark(mirror, 'mirror'), readMirrored(mirror)]);
  return { copies, marks: [mark] };
}

/** Read again before any of it is given up, as the local copies are: it may be all there is. */
async function readMirrored(mirror: Domain): Promise<readonly Copy[]> {
  const first = await readMirroredOnce(mirror);
  const [newest, older] = first.map(({ state }) => state);
  const isWhole = newest === 'intact' && (older === 'intact' || older === 'missing');
  return isWhole ? first : await readMirroredOnce(mirror);
}

async function readMirroredOnce(mirror: Domain): Promise<readonly Copy[]> {
  let stored: unknown;
  try {
    stored = await mirror.get(MIRROR_KEY);
  } catch {
    return [{ place: 'mirror-1', ...UNREADABLE }];
  }
  const records: readonly unknown[] = Array.isArray(stored) ? stored : [stored];
  return await Promise.all(
    MIRROR_PLACES.map(async (place, index) => ({ place, ...(await storedRecord(records[index])) })),
  );
}

async function readMark(from: Domain, domain: ReadMark['domain']): Promise<ReadMark> {
  try {
    const stored = await from.get(MARK_KEY);
    return { domain, state: stored === undefined ? 'missing' : 'there', mark: markFrom(stored) };
  } catch {
    return { domain, state: 'unreadable', mark: undefined };
  }
}

function joined(local: ReadCopies, mirror: ReadCopies): ReadCopies {
  return { copies: [...local.copies, ...mirror.copies], marks: [...local.marks, ...mirror.marks] };
}

async function chooseFrom({ local }: Domains, read: ReadCopies): Promise<Result<FoundVault, CopiesFailure>> {
  const { copies } = read;
  if (copies.some(({ state }) => state === 'newer')) return err({ kind: 'newer' });
  const whole = copies.filter(isIntact);
  const vault = currentVault(read, whole);
  const [newest, ...older] = withoutSuperseded(whole.filter(({ record }) => record.header.vault === vault));
  if (newest === undefined) return err({ kind: await nothingIntact(local, read) });
  return ok({ ...read, intact: [newest, ...older] });
}

/** Copies of different vaults are not compared by generation: a mark names the current one, else the last one sealed is. */
function currentVault(read: ReadCopies, whole: readonly IntactCopy[]): string | undefined {
  const vaults = new Set(whole.map(({ record }) => record.header.vault));
  const marked = marksIn(read).find(({ vault }) => vaults.has(vault));
  const [newest] = [...whole].sort((a, b) => b.record.header.ts - a.record.header.ts);
  return marked?.vault ?? newest?.record.header.vault;
}

/**
 * A new vault key is written into both local copies at once. So a record of an older epoch that stands in the mirror alone
 * is what a crash left behind: neither damaged nor current. Beside a local copy of its epoch it counts.
 */
function withoutSuperseded(copies: readonly IntactCopy[]): readonly IntactCopy[] {
  const sorted = [...copies].sort((a, b) => newestFirst(a.record.header, b.record.header));
  const localEpochs = new Set(sorted.filter(isLocal).map(({ record }) => record.header.epoch));
  const highest = sorted[0]?.record.header.epoch;
  return sorted.filter(({ record }) => record.header.epoch === highest || localEpochs.has(record.header.epoch));
}

async function nothingIntact(local: Domain, { copies, marks }: ReadCopies): Promise<CopiesFailure['kind']> {
  const snapshots = await Promise.all(SNAPSHOT_KEYS.map((key) => readStoredRecord(local, key)));
  const states = [...copies, ...snapshots, ...marks].map(({ state }) => state);
  if (states.includes('unreadable')) return 'storage-failed';
  return states.every((state) => state === 'missing') ? 'absent' : 'damaged';
}
