/** What the about page tells: read from the browser when it is asked, not from what we believe. */
import { extensionVersion, heldPermissions, openOptions } from '../platform/runtime';

export const openSettings = openOptions;
export const version = extensionVersion;
export const readPermissions = heldPermissions;
