/** What can't be read is given up only where the page has said so: on the screen of a storage that fails. */
import type { OnUnreadable } from '../src/app/recovery';
import { home } from '../src/ui/page-state';

export function onUnreadable(): OnUnreadable {
  return home.value?.state === 'storage-failed' ? 'give-up' : 'refuse';
}
