/** What the vault needs of the world. All of it is passed in; the browser's forms are in src/app/vault-ports.ts. */
import type { Argon2id } from './kdf';

/** `storage.local`. Both calls reject when the disk or the browser fails. */
export interface LocalDomain {
  /** One key at a time, because one damaged key makes a read of several fail whole. Undefined where there is none. */
  get(key: string): Promise<unknown>;
  /** All items or none. */
  set(items: Record<string, unknown>): Promise<void>;
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
}

export interface VaultPorts {
  readonly local: LocalDomain;
  readonly deviceKeyCells: readonly KeyCell[];
  /** Runs `work` while no other page of the extension runs its own. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  readonly argon2id: Argon2id;
  /** Milliseconds since 1970. */
  nowMs(): number;
}
