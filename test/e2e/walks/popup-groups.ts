/** Groups of accounts, as they are made and looked at in the popup. */
import type { View } from '../rig/extension-browser';
import { focusToBe, tabTo, typeKeys } from './popup-keys';

/** The keys go to the account. */
export async function focusOn(popup: View, id: string | undefined): Promise<void> {
  await popup.evaluate(`document.querySelector('[data-account="${id}"] [data-do=copy]').focus()`);
  await focusToBe(popup, `${id} copy`);
}

/** In the form of the account, up to the name of a new group. */
export async function typeGroup(popup: View, id: string | undefined, name: string): Promise<void> {
  await focusOn(popup, id);
  await popup.press('F2');
  await popup.waitFor('[data-screen=edit]');
  await popup.select('[data-field=group]', 'new');
  await tabTo(popup, '[data-field=new-group]');
  await typeKeys(popup, name);
}

export async function makeGroup(popup: View, id: string | undefined, name: string): Promise<void> {
  await typeGroup(popup, id, name);
  await popup.press('Enter');
  await popup.waitFor('[data-screen=list] [data-field=group]');
}

/** The names of all groups, and of the one that the account is in. */
export async function groupsOf(popup: View, id: string | undefined): Promise<unknown> {
  await focusOn(popup, id);
  await popup.press('F2');
  await popup.waitFor('[data-screen=edit] [data-field=group]');
  return await popup.evaluate(`(() => {
    const { options, selectedOptions } = document.querySelector('[data-field=group]');
    const named = ({ value }) => !['', 'new'].includes(value);
    return {
      all: [...options].filter(named).map(({ text }) => text),
      own: [...selectedOptions].filter(named).map(({ text }) => text).join(),
    };
  })()`);
}
