/** Storage that fails once, at the k-th call of any kind, counted over everything that shares one fault. */
import { MemoryCell, MemoryDomain, MemoryStore } from './memory-domain';

export type FaultKind = 'throws' | 'throws-after' | 'drops' | 'garbles';
export const FAULTS: readonly FaultKind[] = ['throws', 'throws-after', 'drops', 'garbles'];

export class Fault {
  calls = 0;
  readonly kind: FaultKind;
  readonly at: number;

  constructor(kind: FaultKind, at: number) {
    this.kind = kind;
    this.at = at;
  }

  async reading(read: () => Promise<unknown>): Promise<unknown> {
    const isHit = this.#isHit();
    if (isHit && this.kind.startsWith('throws')) throw new Error('the disk failed');
    const value = await read();
    if (!isHit) return value;
    return this.kind === 'drops' || typeof value !== 'string' ? undefined : garbled(value);
  }

  async writing<T>(write: (value: T) => Promise<void>, value: T, garble: (value: T) => T): Promise<void> {
    const isHit = this.#isHit();
    if (isHit && this.kind === 'throws') throw new Error('the disk is full');
    if (isHit && this.kind === 'drops') return;
    await write(isHit && this.kind === 'garbles' ? garble(value) : value);
    if (isHit && this.kind === 'throws-after') throw new Error('the answer was lost');
  }

  #isHit(): boolean {
    this.calls += 1;
    return this.calls === this.at;
  }
}

/** One character in the middle is another one. */
function garbled(value: unknown): string {
  const text = String(value);
  const middle = text.length >> 1;
  return text.slice(0, middle) + (text[middle] === 'z' ? 'y' : 'z') + text.slice(middle + 1);
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
    await this.fault.writing(
      (removed) => super.remove(removed),
      keys,
      () => [],
    );
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
    await this.fault.writing(
      (removed) => super.remove(removed),
      keys,
      () => [],
    );
  }
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

function garbledItems(all: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, garbled(value)]));
}

export class FaultyCell extends MemoryCell {
  readonly fault: Fault;

  constructor(sound: MemoryCell, fault: Fault) {
    super(sound.stored);
    this.fault = fault;
  }

  override async read(): Promise<unknown> {
    return await this.fault.reading(() => super.read());
  }

  override async write(text: string): Promise<void> {
    await this.fault.writing((value) => super.write(value), text, garbled);
  }

  override async remove(): Promise<void> {
    // A removal that goes wrong in the way of a bad write removes nothing.
    await this.fault.writing(
      (removes) => (removes ? super.remove() : Promise.resolve()),
      true,
      () => false,
    );
  }
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

/** Runs `attempt` without a fault, then with one at its first call, at its second and so on to its last. Returns their number. */
export async function atEveryCall(kind: FaultKind, attempt: (fault: Fault) => Promise<void>): Promise<number> {
  const none = new Fault(kind, Number.POSITIVE_INFINITY);
  await attempt(none);
  for (let at = 1; at <= none.calls; at += 1) await attempt(new Fault(kind, at));
  return none.calls;
}
