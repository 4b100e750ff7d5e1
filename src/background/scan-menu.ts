/** "Scan QR code on this page": opens the popup on the page, which then scans it. */
import { leaveIntent } from '../app/intent';
import { SCAN_MENU } from '../app/names';
import { openPopup, setBadge } from '../platform/action';
import { message } from '../platform/i18n';
import { createPageMenu, onPageMenu } from '../platform/menus';
import { onInstalled } from '../platform/runtime';

export function offerScanMenu(): void {
  onInstalled(() => void createPageMenu(SCAN_MENU, message('menuScanPage')));
  onPageMenu(SCAN_MENU, (tabId) => void scan(tabId));
}

async function scan(tabId: number): Promise<void> {
  // Before any await: a gesture does not outlive one everywhere.
  const opened = openPopup();
  await leaveIntent({ kind: 'scan', tabId, atMs: Date.now() });
  if (!(await opened).ok) await setBadge('!');
}
