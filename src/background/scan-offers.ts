/** "Scan QR code on this page", in the context menu and by its keys: opens the popup on the page, which then scans it. */
import { leaveIntent } from '../app/intent';
import { SCAN_COMMAND, SCAN_MENU } from '../app/names';
import { openPopup, setBadge } from '../platform/action';
import { findActiveTab } from '../platform/active-tab';
import { onCommand } from '../platform/commands';
import { message } from '../platform/i18n';
import { createPageMenu, onPageMenu } from '../platform/menus';
import { onInstalled } from '../platform/runtime';

export function offerScan(): void {
  onInstalled(() => void createPageMenu(SCAN_MENU, message('menuScanPage')));
  onPageMenu(SCAN_MENU, (tabId) => void scan(tabId));
  onCommand(SCAN_COMMAND, (tabId) => void scan(tabId));
}

async function scan(pointedAt: number | undefined): Promise<void> {
  // Before any await: a gesture does not outlive one everywhere.
  const opened = openPopup();
  const tabId = pointedAt ?? (await findActiveTab())?.id;
  if (tabId !== undefined) await leaveIntent({ kind: 'scan', tabId, atMs: Date.now() });
  if (!(await opened).ok) await setBadge('!');
}
