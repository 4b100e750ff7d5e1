/** The toolbar icon. `openPopup` must be called before anything is awaited: older Firefox refuses it afterwards. */
import browser from 'webextension-polyfill';
import { err, ok, type Result } from '../result';

export async function openPopup(): Promise<Result<void, { kind: 'popup-refused' }>> {
  try {
    await browser.action.openPopup();
    return ok(undefined);
  } catch {
    return err({ kind: 'popup-refused' });
  }
}

export async function setBadge(text: string): Promise<void> {
  await browser.action.setBadgeText({ text });
}
