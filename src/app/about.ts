/** The settings page, and what its about section tells: read from the browser when it is asked, not from what we believe. */
import { extensionVersion, heldPermissions, openOptions, openOptionsAt } from '../platform/runtime';

export const openSettings = openOptions;
export const version = extensionVersion;
export const readPermissions = heldPermissions;

/** Where accounts come in from pictures and all that wants a whole page. */
export async function openAdd(): Promise<void> {
  await openOptionsAt('add');
}

/** Where a backup is made and restored, and what does not open is brought back. */
export async function openBackups(): Promise<void> {
  await openOptionsAt('backup');
}
