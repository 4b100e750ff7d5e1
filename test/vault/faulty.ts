/** Storage that fails once, or for good, at the k-th call of any kind, counted over everything that shares one fault. */
import { garbled, garbledItems } from './garble';
import { MemoryCell, MemoryDomain, MemoryStore } from './memory-domain';

export const FAULTS = ['throws', 'throws-after', 'drops', 'garbles'] as const;
/** The page ends before or after this call: neither it nor any later one is answered. */
export const STOPS = ['stops', 'stops-after'] as const;
/** No room: for this write, or for it and every later one. */
export const FULL = ['is full', 'stays full'] as const;
export const ALL_FAULTS = [...FAULTS, ...STOPS, ...FULL] as const;
export type FaultKind = (typeof ALL_FAULTS)[number];

export class Fault {
  calls = 0;
  /** Whether it made a difference: a read that finds nothing can't lose anything. */
  hasHit = false;
  readonly kind: FaultKind;
  readonly at: number;

  constructor(kind: FaultKind, at: number) {
    this.kind = kind;
    this.at = at;
  }

  static none(): Fault {
    return new Fault('drops', Number.POSITIVE_INFINITY);
  }

  async reading(read: () => Promise<unknown>): Promise<unknown> {
    this.calls += 1;
    const isHit = this.calls === this.at;
    this.#throwIf('stops', this.calls >= this.at, 'the page ended');
    this.#throwIf('stops-after', this.hasHit, 'the page ended');
    this.#throwIf('throws', isHit, 'the disk failed');
    const value = await read();
    if (!isHit || value === undefined || (this.kind !== 'drops' && this.kind !== 'garbles')) return value;
    this.hasHit = true;
    return this.kind === 'drops' ? undefined : garbled(value);
  }

  async writing<T>(write: (value: T) => Promise<void>, value: T, garble: (value: T) => T, fills = true): Promise<void> {
    this.calls += 1;
    const isHit = this.calls === this.at;
    this.#throwIf('stops', this.calls >= this.at, 'the page ended');
    this.#throwIf('stops-after', this.hasHit, 'the page ended');
    this.#throwIf('is full', isHit && fills, 'QuotaExceededError');
    this.#throwIf('stays full', this.calls >= this.at && fills, 'QuotaExceededError');
    this.#throwIf('throws', isHit, 'the disk is gone');
    this.hasHit ||= isHit && !this.kind.endsWith('full');
    if (isHit && this.kind === 'drops') return;
    await write(isHit && this.kind === 'garbles' ? garble(value) : value);
    this.#throwIf('throws-after', isHit, 'the answer was lost');
    this.#throwIf('stops-after', isHit, 'the page ended');
  }

  #throwIf(kind: FaultKind, isNow: boolean, message: string): void {
    if (kind !== this.kind || !isNow) return;
    this.hasHit = true;
    throw new Error(message);
  }
}

class FaultyStore extends MemoryStore {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super();
    this.fault = fault;
  }

  override async get(key: string): Promise<unknown> {
    return await this.fault.reading(() => super.get(key));
  }

  override async set(items: Record<string, unknown>): Promise<void> {
    await this.fault.writing((all) => super.set(all), items, garbledItems);
  }

  override async remove(keys: readonly string[]): Promise<void> {
    await this.fault.writing((removed) => super.remove(removed), keys, noKeys, false);
  }
}

/** Both domains under one fault. */
export class FaultyDomain extends MemoryDomain {
  readonly fault: Fault;
  override readonly mirror: FaultyStore;

  constructor(sound: MemoryDomain, fault: Fault) {
    super();
    this.fault = fault;
    this.mirror = new FaultyStore(fault);
    sound.copyInto(this);
  }

  override async get(key: string): Promise<unknown> {
    return await this.fault.reading(() => super.get(key));
  }

  override async set(items: Record<string, unknown>): Promise<void> {
    await this.fault.writing((all) => super.set(all), items, garbledItems);
  }

  override async remove(keys: readonly string[]): Promise<void> {
    await this.fault.writing((removed) => super.remove(removed), keys, noKeys, false);
  }
}

function noKeys(): readonly string[] {
  return [];
}

/** A local domain that fails at every call. */
export class GoneDomain extends MemoryDomain {
  override async get(): Promise<never> {
    throw new Error('the disk failed');
  }

  override async set(): Promise<never> {
    throw new Error('the disk failed');
  }
}

export class FaultyCell extends MemoryCell {
  readonly fault: Fault;

  constructor(sound: MemoryCell, fault: Fault) {
    super(sound.stored);
    this.fault = fault;
    sound.copyInto(this);
  }

  override async read(): Promise<unknown> {
    return await this.fault.reading(() => super.read());
  }

  override async write(text: string): Promise<void> {
    await this.fault.writing(
      (value) => super.write(value),
      text,
      (value) => String(garbled(value)),
    );
  }

  override async remove(): Promise<void> {
    await this.#removing(() => super.remove());
  }

  override async keepAs(name: string): Promise<void> {
    await this.fault.writing((value) => super.keepAs(value), name, garbledName);
  }

  override async readKept(name: string): Promise<unknown> {
    return await this.fault.reading(() => super.readKept(name));
  }

  override async removeKept(name: string): Promise<void> {
    await this.#removing(() => super.removeKept(name));
  }

  /** A removal that goes wrong in the way of a bad write removes nothing. */
  async #removing(remove: () => Promise<void>): Promise<void> {
    await this.fault.writing(
      (removes) => (removes ? remove() : Promise.resolve()),
      true,
      () => false,
      false,
    );
  }
}

function garbledName(name: string): string {
  return `${name}?`;
}

/** A cell whose disk is gone for some of its calls. */
export class BrokenCell extends MemoryCell {
  readonly broken: readonly ('read' | 'write' | 'remove')[];

  constructor(stored: unknown, ...broken: readonly ('read' | 'write' | 'remove')[]) {
    super(stored);
    this.broken = broken;
  }

  override async read(): Promise<unknown> {
    if (this.broken.includes('read')) throw new Error('the disk failed');
    return await super.read();
  }

  override async write(text: string): Promise<void> {
    if (this.broken.includes('write')) throw new Error('the disk failed');
    await super.write(text);
  }

  override async remove(): Promise<void> {
    if (this.broken.includes('remove')) throw new Error('the disk failed');
    await super.remove();
  }
}

/**
 * Runs `attempt` without a fault, then with one at its first call, at its second and so on to its last. Returns the number
 * of faults that made a difference.
 */
export async function atEveryCall(kind: FaultKind, attempt: (fault: Fault) => Promise<void>): Promise<number> {
  const none = Fault.none();
  await attempt(none);
  let hits = 0;
  for (let at = 1; at <= none.calls; at += 1) {
    const fault = new Fault(kind, at);
    await attempt(fault);
    if (fault.hasHit) hits += 1;
  }
  return hits;
}
