/** The vault's ports, filled with the browser's storage, its lock, its clock and a worker for the passphrase. */
import { deviceKeyCells } from '../platform/device-key-cells';
import { exclusive } from '../platform/exclusive';
import { mirror } from '../platform/mirror';
import { readStored, removeStored, storedKeys, writeStored } from '../platform/storage';
import type { Domains, LocalDomain, VaultPorts } from '../vault/storage';
import { deriveInWorker } from './kdf';

const localDomain: LocalDomain = {
  get: (key) => readStored('local', key),
  set: (items) => writeStored('local', items),
  remove: (keys) => removeStored('local', keys),
  keys: storedKeys,
};

export const vaultPorts: VaultPorts = {
  local: localDomain,
  mirror: mirror(),
  exclusive,
  argon2id: deriveInWorker,
  nowMs: Date.now,
  deviceKeyCells: deviceKeyCells(),
};

/** The domains with the first local reads already on their way, so that the popup waits for them side by side with the key. */
export function readAhead(keys: readonly string[]): Domains {
  const reads = new Map(keys.map((key) => [key, readStored('local', key)]));
  // A read that fails is reported to whoever asks for it; one nobody asks for must not become an unhandled rejection.
  for (const read of reads.values()) read.catch(() => undefined);
  const get = (key: string) => reads.get(key) ?? localDomain.get(key);
  return { local: { ...localDomain, get }, mirror: vaultPorts.mirror };
}
