/** The vault's ports over memory: a small real storage, a real lock, and a passphrase derivation that costs nothing. */
import { argon2id as reference } from '@noble/hashes/argon2.js';
import type { StoredAccount } from '../../src/vault/account';
import type { Credential } from '../../src/vault/create';
import type { Argon2id } from '../../src/vault/kdf';
import type { Domain, Domains, KeyCell, LocalDomain, VaultPorts } from '../../src/vault/storage';

export class MemoryStore implements Domain {
  readonly items = new Map<string, unknown>();

  async get(key: string): Promise<unknown> {
    return this.items.get(key);
  }

  async set(items: Record<string, unknown>): Promise<void> {
    for (const [key, value] of Object.entries(items)) this.items.set(key, value);
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.items.delete(key);
  }
}

/** The local domain with its mirror beside it: both of the vault's domains, wherever one is asked for. */
export class MemoryDomain extends MemoryStore implements LocalDomain, Domains {
  readonly mirror: MemoryStore = new MemoryStore();

  get local(): this {
    return this;
  }

  async keys(): Promise<readonly string[]> {
    return [...this.items.keys()];
  }

  copy(): MemoryDomain {
    return this.copyInto(new MemoryDomain());
  }

  copyInto<D extends MemoryDomain>(copy: D): D {
    for (const [key, value] of this.items) copy.items.set(key, value);
    for (const [key, value] of this.mirror.items) copy.mirror.items.set(key, value);
    return copy;
  }
}

export class MemoryCell implements KeyCell {
  stored: unknown;
  readonly kept = new Map<string, unknown>();

  constructor(stored?: unknown) {
    this.stored = stored;
  }

  async read(): Promise<unknown> {
    return this.stored;
  }

  async write(text: string): Promise<void> {
    this.stored = text;
  }

  async remove(): Promise<void> {
    this.stored = undefined;
  }

  async keepAs(name: string): Promise<void> {
    if (this.stored !== undefined) this.kept.set(name, this.stored);
  }

  async readKept(name: string): Promise<unknown> {
    return this.kept.get(name);
  }

  async removeKept(name: string): Promise<void> {
    this.kept.delete(name);
  }

  copyInto<C extends MemoryCell>(copy: C): C {
    copy.stored = this.stored;
    for (const [name, stored] of this.kept) copy.kept.set(name, stored);
    return copy;
  }
}

const derived = new Map<string, Uint8Array>();

/**
 * Argon2id at the least cost there is, whatever the slot says: these tests are about bytes, not about cost. Remembered,
 * because they ask for the same thousands of times.
 */
export const cheapArgon2id: Argon2id = async (passphrase, { salt }) => {
  const asked = `${passphrase} ${salt}`;
  const known = derived.get(asked) ?? reference(passphrase, salt, { m: 8, t: 1, p: 1, dkLen: 32 });
  if (derived.size > 1_000) derived.clear();
  derived.set(asked, known);
  return Uint8Array.from(known);
};

/** One lock, first come first served. */
export function newLock(): VaultPorts['exclusive'] {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return await mine;
  };
}

export const NOW_MS = 1_790_000_000_000;

export function portsOver({ local, mirror }: Domains, deviceKeyCells: readonly KeyCell[] = []): VaultPorts {
  return { local, mirror, deviceKeyCells, exclusive: newLock(), argon2id: cheapArgon2id, nowMs: () => NOW_MS };
}

export const PASSPHRASE = 'correct horse battery staple';

export function withPassphrase(passphrase = PASSPHRASE): Credential {
  return { kind: 'passphrase', passphrase };
}

export function accountNamed(label: string, place = 0): StoredAccount {
  return {
    id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
    type: 'totp',
    issuer: 'Example',
    label,
    secret: 'JBSWY3DPEHPK3PXP',
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
    addedMs: NOW_MS,
  };
}
