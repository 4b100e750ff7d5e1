/** An act on the vault as a whole must reach both of its domains. */
import { isPrivateWindow } from '../platform/runtime';

/** Answered where only one of them can be reached. */
export type OneDomainFailure = { readonly kind: 'private-window' };

/**
 * Not in a private window of Firefox: `storage.local` is shared with the normal ones, the mirror and the device key are
 * not. What is set, given up or made there would stand in one domain and leave the other as it was.
 */
export function reachesBothDomains(): boolean {
  return !isPrivateWindow();
}
