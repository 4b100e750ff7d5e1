/** The vault's bytes are sealed; Chromium is told all the same to keep them from content scripts. */
import { onStarted } from '../platform/runtime';
import { keepStorageToExtensionPages } from '../platform/storage';

export function keepStorageClosed(): void {
  onStarted(() => void keepStorageToExtensionPages());
}
