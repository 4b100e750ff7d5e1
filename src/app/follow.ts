/** Tells a page that another one has changed the vault, locked it, or that something new waits to be saved. */
import { onStoredChange } from '../platform/storage';
import { BATCHES_KEY, PENDING_KEY } from './names';
import { SESSION_KEY } from './session-key';

const FOLLOWED = new Set(['va', 'vb', SESSION_KEY, PENDING_KEY, BATCHES_KEY]);

export function followVault(changed: () => void): () => void {
  return onStoredChange((_domain, keys) => {
    if (keys.some((key) => FOLLOWED.has(key))) changed();
  });
}
