/** Pictures given to a page: what came of them is said in one notice and a list. */
import { receivePictures } from '../app/receive-pictures';
import { home, sayBad, sayFailure, whileBusy } from './page-state';
import { remarks } from './picture-remarks';
import { sayReceived } from './receive-tasks';
import { withProgress } from './scan-progress';
import { t } from './text';

/** Answers whether anything enrols on them. `onReceived` comes before all is read anew. */
export async function addPictures(files: readonly File[], onReceived: () => void): Promise<boolean> {
  const state = home.value?.state;
  if (state !== 'absent' && state !== 'unlocked') {
    sayBad(t('unlockFirst'));
    return true;
  }
  remarks.value = [];
  let isAnything = true;
  await whileBusy('scan', async () => {
    const pictures = await withProgress((signal) => receivePictures(files, signal));
    if (!pictures.ok) {
      if (pictures.error.kind === 'storage-failed') sayFailure(pictures.error);
      return;
    }
    const { received } = pictures.value;
    remarks.value = pictures.value.remarks;
    isAnything = received.added > 0 || received.parts.length > 0;
    if (isAnything) onReceived();
    sayReceived(received);
  });
  return isAnything;
}
