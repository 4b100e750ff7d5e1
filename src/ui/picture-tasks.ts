/** Pictures given to a page: what came of them is said in one notice and a list. */
import { receivePictures } from '../app/receive-pictures';
import { busy, home, nextChange, sayBad, sayFailure, whileBusy } from './page-state';
import { remarks } from './picture-remarks';
import { sayReceived } from './receive-tasks';
import { withProgress } from './scan-progress';
import { t } from './text';

/**
 * Answers whether anything enrols on them. `onReceived` comes before all is read anew. Those that come while something else
 * is under way wait for its end; what was said of pictures meanwhile stays.
 */
export async function addPictures(files: readonly File[], onReceived: () => void): Promise<boolean> {
  const isBehindOthers = busy.value === 'scan';
  while (busy.value !== undefined) await nextChange(busy);
  const now = home.value;
  if (now?.state !== 'absent' && now?.state !== 'unlocked') {
    sayBad(t('unlockFirst'));
    return true;
  }
  if (now.state === 'unlocked' && now.isReadOnly) {
    sayBad(t('readOnlyNotice'));
    return true;
  }
  const before = isBehindOthers ? remarks.value : [];
  remarks.value = before;
  let isAnything = true;
  await whileBusy('scan', async () => {
    const pictures = await withProgress((signal) => receivePictures(files, signal));
    if (!pictures.ok) {
      if (pictures.error.kind === 'storage-failed') await sayFailure(pictures.error);
      return;
    }
    const { received } = pictures.value;
    remarks.value = [...before, ...pictures.value.remarks];
    isAnything = received.added > 0 || received.parts.length > 0;
    if (isAnything) onReceived();
    sayReceived(received);
  });
  return isAnything;
}
