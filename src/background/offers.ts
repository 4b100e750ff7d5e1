/** What the context menu and keys offer on a page: to scan it, and to fill a code. Each opens the popup, which then does it. */
import { type Intent, leaveIntent } from '../app/intent';
import { FILL_COMMAND, FILL_MENU, SCAN_COMMAND, SCAN_MENU } from '../app/names';
import { openPopup, setBadge } from '../platform/action';
import { findActiveTab } from '../platform/active-tab';
import { onCommand } from '../platform/commands';
import { message } from '../platform/i18n';
import { createMenu, onMenu } from '../platform/menus';
import { onInstalled } from '../platform/runtime';

export function offerScanAndFill(): void {
  onInstalled(
    () =>
      void createMenu([
        { id: SCAN_MENU, title: message('menuScanPage'), on: 'page' },
        { id: FILL_MENU, title: message('menuFillCode'), on: 'field' },
      ]),
  );
  onMenu(SCAN_MENU, (tabId) => void ask('scan', tabId));
  onMenu(FILL_MENU, (tabId) => void ask('fill', tabId));
  onCommand(SCAN_COMMAND, (tabId) => void ask('scan', tabId));
  onCommand(FILL_COMMAND, (tabId) => void ask('fill', tabId));
}

async function ask(kind: Intent['kind'], pointedAt: number | undefined): Promise<void> {
  // Before any await: a gesture does not outlive one everywhere.
  const opened = openPopup();
  const tabId = pointedAt ?? (await findActiveTab())?.id;
  if (tabId !== undefined) await leaveIntent({ kind, tabId, atMs: Date.now() });
  if (!(await opened).ok) await setBadge('!');
}
