/** What the popup is ready for once it has drawn: pictures and texts, what a key asked for, and the page in front. */
import { loadIssuerIcons } from '../src/ui/issuer-icon';
import { openPictureDoors } from '../src/ui/picture-doors';
import { loadActs } from './acts';
import { followAsked } from './asked';
import { isDrawn } from './drawn';
import { loadChecker, page } from './page';
import { takePictures, takeText } from './tasks';

export async function followUp(): Promise<void> {
  isDrawn.value = true;
  openPictureDoors({ onPictures: (files) => void takePictures(files), onText: (text) => void takeText(text) });
  await followAsked();
  await Promise.all([page.value === undefined ? undefined : loadChecker(), loadActs()]);
  await loadIssuerIcons();
}
