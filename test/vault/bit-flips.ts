/** T15: every bit of a record flipped where that record stands, and what the product then makes of it. */
import type { Bytes } from '../../src/vault/bytes';
import { commitVault } from '../../src/vault/change';
import { SNAPSHOT_KEYS } from '../../src/vault/copies';
import { createVault } from '../../src/vault/create';
import { readRecord } from '../../src/vault/record';
import { snapshotsBy } from '../../src/vault/remains';
import { openVault } from '../../src/vault/vault';
import { withFlippedBit } from './garble';
import { accountNamed, MemoryDomain, NOW_MS, portsOver, withPassphrase } from './memory-domain';
import { DAY_MS } from './stage';

export const FLIPPED_PLACES = ['va', 'vb', 'mirror-1', 'mirror-2', ...SNAPSHOT_KEYS] as const;
export type FlippedPlace = (typeof FLIPPED_PLACES)[number];

export interface FlipCount {
  readonly bitFlips: number;
  /** The record was told from an intact one. */
  readonly detected: number;
  /** Of so many flips the vault was opened afterwards. */
  readonly opened: number;
  /** What opened afterwards was the last generation, or the last but one. */
  readonly recovered: number;
  /** Something else opened. */
  readonly silentlyWrong: number;
}

export interface FlipStage {
  readonly domain: MemoryDomain;
  readonly vaultKey: Bytes;
  /** As JSON, of the last generation and the last but one. */
  readonly expected: readonly string[];
}

/** A vault of `count` accounts whose every place for a record is taken, each by another content. */
export async function flipStage(count: number): Promise<FlipStage> {
  const domain = new MemoryDomain();
  const accounts = Array.from({ length: count }, (_, place) => accountNamed(`person${place}@example.org`, place));
  const created = await createVault(portsOver(domain), { credential: withPassphrase(), accounts });
  if (!created.ok) throw new Error(created.error.kind);
  const { vaultKey } = created.value;
  const expected = [JSON.stringify(created.value.content)];
  for (let day = 1; day <= SNAPSHOT_KEYS.length; day += 1) {
    const ports = { ...portsOver(domain), nowMs: () => NOW_MS + day * DAY_MS };
    const changed = await commitVault(ports, vaultKey, (content) => ({ ...content, settings: { day } }));
    if (!changed.ok) throw new Error(changed.error.kind);
    expected.unshift(JSON.stringify(changed.value.content));
  }
  return { domain, vaultKey, expected: expected.slice(0, 2) };
}

export interface FlipOptions {
  /** Every bit is held against `readRecord`; of every how many the vault is opened as well. Those taken for intact always. */
  readonly openEvery: number;
  readonly say?: (line: string) => void;
}

/** Enough at once to keep the cipher's threads busy. */
const BATCH = 64;

export async function flipEveryBit(stage: FlipStage, place: FlippedPlace, options: FlipOptions): Promise<FlipCount> {
  const start = harder(stage.domain, place);
  const text = recordAt(start, place);
  const bits = text.length * 8;
  let [detected, asked, recovered, silentlyWrong] = [0, 0, 0, 0];
  const flipOne = async (bit: number) => {
    const flipped = withFlippedBit(text, bit);
    const isDetected = !(await readRecord(flipped)).ok;
    if (isDetected) detected += 1;
    if (isDetected && bit % options.openEvery !== 0) return;
    asked += 1;
    const opened = await openWith(stage, start, place, flipped);
    if (opened !== undefined && stage.expected.includes(opened)) recovered += 1;
    else if (opened !== undefined) silentlyWrong += 1;
  };
  for (let first = 0; first < bits; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, bits - first) }, (_, offset) => flipOne(first + offset));
    await Promise.all(batch);
  }
  options.say?.(`${place}: ${bits} bits flipped, ${detected} detected, ${recovered} recovered`);
  return { bitFlips: bits, detected, opened: asked, recovered, silentlyWrong };
}

/** The other domain is gone as well, so that nothing but the record beside it is left; of snapshots two are. */
function harder(domain: MemoryDomain, place: FlippedPlace): MemoryDomain {
  const copy = domain.copy();
  if (isMirrored(place)) copy.items.clear();
  else copy.mirror.items.clear();
  const besides = SNAPSHOT_KEYS.filter((key) => key !== place).slice(1);
  for (const key of besides) copy.items.delete(key);
  return copy;
}

function isMirrored(place: FlippedPlace): boolean {
  return place.startsWith('mirror');
}

function indexOf(place: FlippedPlace): number {
  return place === 'mirror-1' ? 0 : 1;
}

function recordAt({ items, mirror }: MemoryDomain, place: FlippedPlace): string {
  if (!isMirrored(place)) return String(items.get(place));
  return (mirror.items.get('mirror') as readonly string[])[indexOf(place)] ?? '';
}

/** What opens, as JSON; of a flipped snapshot also only where it is not listed any more and the one beside it is. */
async function openWith(
  { vaultKey }: FlipStage,
  start: MemoryDomain,
  place: FlippedPlace,
  flipped: string,
): Promise<string | undefined> {
  const domain = start.copy();
  if (isMirrored(place)) {
    const records = [...(domain.mirror.items.get('mirror') as readonly string[])];
    records[indexOf(place)] = flipped;
    domain.mirror.items.set('mirror', records);
  } else domain.items.set(place, flipped);
  const opened = await openVault(domain, vaultKey);
  if (!opened.ok) return undefined;
  if (place.startsWith('s')) {
    const listed = await snapshotsBy(domain, vaultKey);
    if (listed.length !== 1 || listed[0]?.key === place) return 'a flipped snapshot';
  }
  return JSON.stringify(opened.value.content);
}

export function sumOfFlips(counts: readonly FlipCount[]): FlipCount {
  const sum = (name: keyof FlipCount) => counts.reduce((total, count) => total + count[name], 0);
  return {
    bitFlips: sum('bitFlips'),
    detected: sum('detected'),
    opened: sum('opened'),
    recovered: sum('recovered'),
    silentlyWrong: sum('silentlyWrong'),
  };
}
