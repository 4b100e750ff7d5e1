/** What the vault needs of the world. All of it is passed in; the browser's forms are in src/app/vault-ports.ts. */
import type { Argon2id } from './kdf';

/** `storage.local`. Both calls reject when the disk or the browser fails. */
export interface LocalDomain {
  /** One key at a time, because one damaged key makes a read of several fail whole. Undefined where there is none. */
  get(key: string): Promise<unknown>;
  /** All items or none. */
  set(items: Record<string, unknown>): Promise<void>;
}

export interface VaultPorts {
  readonly local: LocalDomain;
  /** Runs `work` while no other page of the extension runs its own. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  readonly argon2id: Argon2id;
  /** Milliseconds since 1970. */
  nowMs(): number;
}
