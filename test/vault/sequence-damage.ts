/** Damage as a random life meets it, and what must survive it, found out without the product's own choice of copies. */
import { openRecord, readRecord, type SealedRecord } from '../../src/vault/record';
import type { UnlockedVault } from '../../src/vault/unlock';
import { copyOf, type Disk } from './disk';
import { withFlippedBit } from './garble';
import type { Damage } from './sequence-steps';

export function damaged(disk: Disk, damage: Damage, bit: number): Disk {
  const copy = copyOf(disk);
  const { items, mirror } = copy.domain;
  const flip = (text: string) => withFlippedBit(text, bit % Math.max(1, text.length * 8));
  switch (damage) {
    case 'local':
      items.clear();
      break;
    case 'mirror domain':
      mirror.items.clear();
      break;
    case 'mirror':
      mirror.items.set('mirror', recordsOf(mirror.items.get('mirror')).map(flip));
      break;
    case 'mirror-hw':
      mirror.items.set('hw', flip(String(mirror.items.get('hw'))));
      break;
    case 'cell-0':
    case 'cell-1':
      loseCell(copy.cells, damage === 'cell-0' ? 0 : 1);
      break;
    default:
      if (items.has(damage)) items.set(damage, flip(String(items.get(damage))));
  }
  return copy;
}

/** The last cell that holds the key is not lost: that would be the end of it. */
function loseCell(cells: Disk['cells'], at: number): void {
  const [lost, other] = [cells[at], cells[1 - at]];
  if (lost !== undefined && lost.stored === other?.stored) lost.stored = undefined;
}

/**
 * The generation that must open: the last, or the last but one where no copy of the last is left. Undefined where neither is
 * left under the same key and slots, which is more than is promised.
 */
export async function wouldOpen({ domain }: Disk, now: UnlockedVault): Promise<number | undefined> {
  const { items, mirror } = domain;
  const stored = [items.get('va'), items.get('vb'), ...recordsOf(mirror.items.get('mirror'))];
  const found: SealedRecord[] = [];
  for (const one of stored) {
    const record = await readRecord(one);
    if (record.ok && (await openRecord(now.vaultKey, record.value)).ok) found.push(record.value);
  }
  const [newest] = found.sort((a, b) => b.header.gen - a.header.gen);
  if (newest === undefined || newest.header.gen < now.generation - 1) return undefined;
  return newest.header.gen;
}

function recordsOf(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.map(String) : [];
}
