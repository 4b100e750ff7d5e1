/** The vault's ports, filled with the browser's storage, its lock, its clock and a worker for the passphrase. */
import { deviceKeyCells } from '../platform/device-key-cells';
import { exclusive } from '../platform/exclusive';
import type { VaultPorts } from '../vault/storage';
import { domains } from './domains';
import { deriveInWorker } from './kdf';

export const vaultPorts: VaultPorts = {
  ...domains,
  exclusive,
  argon2id: deriveInWorker,
  nowMs: Date.now,
  deviceKeyCells: deviceKeyCells(),
};
