/** Pictures chosen, dropped or pasted in the settings: what they bring in shows in the section for adding. */
import { sayBad } from '../src/ui/page-state';
import { addPictures } from '../src/ui/picture-tasks';
import { t } from '../src/ui/text';
import { openSection } from './section';

export async function takePictures(files: readonly File[]): Promise<void> {
  openSection('add');
  if (!(await addPictures(files, () => undefined))) sayBad(t('picturesNothing'));
}
