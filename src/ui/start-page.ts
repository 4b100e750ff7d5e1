/** What every page of the extension begins with, and keeps up while it is open. */
import { startClock } from './clock';
import { showCrashes } from './crash';
import { followStorage, lockAtDeadline, refresh } from './page-state';
import { setPageLanguage } from './text';
import { followTheme } from './theme';
import { followUse } from './use';

/** Answers the element to draw into, once there is something to draw. */
export async function startPage(): Promise<HTMLElement> {
  const root = document.querySelector('#app') as HTMLElement;
  showCrashes(root);
  setPageLanguage();
  startClock();
  followStorage();
  lockAtDeadline();
  await Promise.all([refresh(), followTheme()]);
  followUse();
  return root;
}
