/** What the vault needs of the world. All of it is passed in; the browser's forms are in src/app/vault-ports.ts. */
import type { Argon2id } from './kdf';

/** A place that keeps values by their keys. Every call rejects when the disk or the browser fails. */
export interface Domain {
  /** One key at a time, because one damaged key makes a read of several fail whole. Undefined where there is none. */
  get(key: string): Promise<unknown>;
  /** All items or none. */
  set(items: Record<string, unknown>): Promise<void>;
  /** All keys or none. */
  remove(keys: readonly string[]): Promise<void>;
}

/** `storage.local`: the vault's first domain. */
export interface LocalDomain extends Domain {
  /** Every key that stands there. Rejects also where the browser can't list them. */
  keys(): Promise<readonly string[]>;
}

/**
 * One copy of the device key: 32 random bytes as canonical base64. The copies stand in different parts of the browser's
 * storage, so that no one damage takes them all. Every call may reject.
 */
export interface KeyCell {
  /** Undefined where there is none. */
  read(): Promise<unknown>;
  write(text: string): Promise<void>;
  remove(): Promise<void>;
  /** Keeps what stands there under another name too, for a vault that was set aside. */
  keepAs(name: string): Promise<void>;
  /** What is kept under that name; undefined where nothing is. */
  readKept(name: string): Promise<unknown>;
  removeKept(name: string): Promise<void>;
}

/** The two places a vault stands in, far enough apart that no one damage takes both. */
export interface Domains {
  readonly local: LocalDomain;
  /** An IndexedDB database. It keeps the last two records under `mirror` and its own `hw`. */
  readonly mirror: Domain;
}

export interface VaultPorts extends Domains {
  readonly deviceKeyCells: readonly KeyCell[];
  /** Runs `work` while no other page of the extension runs its own. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  readonly argon2id: Argon2id;
  /** Milliseconds since 1970. */
  nowMs(): number;
}
