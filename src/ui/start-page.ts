/** What every page of the extension begins with, and keeps up while it is open. */
import { startClock } from './clock';
import { showCrashes } from './crash';
import { keepFocus } from './give-focus';
import { followLook } from './look';
import { onceDrawn } from './once-drawn';
import { followStorage, lockAtDeadline, lookClosely, refresh } from './page-state';
import { setPageLanguage } from './text';
import { followUse } from './use';

/** Answers the element to draw into, once there is something to draw. */
export async function startPage(): Promise<HTMLElement> {
  const root = document.querySelector('#app') as HTMLElement;
  showCrashes(root);
  setPageLanguage();
  keepFocus();
  startClock();
  followStorage();
  lockAtDeadline();
  await Promise.all([refresh('at-sight'), followLook()]);
  onceDrawn(async () => {
    followUse();
    await lookClosely();
  });
  return root;
}
