/** The vault's ports, filled with the browser's storage, its lock, its clock and a worker for the passphrase. */
import { deviceKeyCells } from '../platform/device-key-cells';
import { exclusive } from '../platform/exclusive';
import { readStored, writeStored } from '../platform/storage';
import type { LocalDomain, VaultPorts } from '../vault/storage';
import { deriveInWorker } from './kdf';

export const localDomain: LocalDomain = {
  get: (key) => readStored('local', key),
  set: (items) => writeStored('local', items),
};

export const vaultPorts: VaultPorts = {
  local: localDomain,
  exclusive,
  argon2id: deriveInWorker,
  nowMs: Date.now,
  deviceKeyCells: deviceKeyCells(),
};

/** The local domain with its first reads already on their way, so that the popup waits for them side by side with the key. */
export function readAhead(keys: readonly string[]): LocalDomain {
  const reads = new Map(keys.map((key) => [key, readStored('local', key)]));
  // A read that fails is reported to whoever asks for it; one nobody asks for must not become an unhandled rejection.
  for (const read of reads.values()) read.catch(() => undefined);
  return {
    get: (key) => reads.get(key) ?? readStored('local', key),
    set: (items) => writeStored('local', items),
  };
}
