/** Everything of a vault that lies on a disk: both domains and the cells of the device key. */
import type { VaultPorts } from '../../src/vault/storage';
import { type Fault, FaultyCell, FaultyDomain } from './faulty';
import { MemoryCell, MemoryDomain, NOW_MS, portsOver } from './memory-domain';

export interface Disk {
  readonly domain: MemoryDomain;
  readonly cells: readonly MemoryCell[];
}

export function emptyDisk(): Disk {
  return { domain: new MemoryDomain(), cells: [new MemoryCell(), new MemoryCell()] };
}

/** As it lies there, without faults. */
export function copyOf({ domain, cells }: Disk): Disk {
  return { domain: domain.copy(), cells: cells.map((cell) => cell.copyInto(new MemoryCell())) };
}

export function withFault({ domain, cells }: Disk, fault: Fault): Disk {
  return { domain: new FaultyDomain(domain, fault), cells: cells.map((cell) => new FaultyCell(cell, fault)) };
}

export function portsOf({ domain, cells }: Disk, nowMs = NOW_MS): VaultPorts {
  return { ...portsOver(domain, cells), nowMs: () => nowMs };
}

/** The disk without its second domain. */
export function localAlone(disk: Disk): Disk {
  const copy = copyOf(disk);
  copy.domain.mirror.items.clear();
  return copy;
}

/** The disk without its first domain. */
export function mirrorAlone(disk: Disk): Disk {
  const copy = copyOf(disk);
  copy.domain.items.clear();
  return copy;
}
