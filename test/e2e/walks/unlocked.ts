/** The popup over given accounts, open and unlocked. */
import type { View } from '../rig/extension-browser';
import type { Stage } from '../stage';
import { unlock } from './accounts';
import { openWith } from './screens';

/** Over `items` in the place of whatever was stored, with codes on the screen. */
export async function openUnlocked(stage: Stage, items: Readonly<Record<string, unknown>>): Promise<View> {
  const popup = await openWith(stage, items);
  await unlock(popup);
  await popup.waitFor('[data-screen=list] [data-show=code]');
  return popup;
}
