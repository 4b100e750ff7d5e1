// A running Firefox put back to where a fresh one starts, for a small part of the cost of a start.
import { eventually } from './eventually';
import { leftInExtension } from './extension-state';
import * as scripts from './firefox-scripts';
import { FirefoxView } from './firefox-view';
import type { Marionette } from './marionette';

/** Leaves one window with one blank tab, and forgets what the browser itself keeps of pages. */
const forgetPages = `
  for (const other of Services.wm.getEnumerator('navigator:browser')) {
    if (other === window) continue;
    other.skipNextCanClose = true;
    other.close();
  }
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab('about:blank', { triggeringPrincipal });
  gBrowser.removeTabs(gBrowser.tabs.filter((tab) => !tab.selected), { animate: false, skipPermitUnload: true });
  const failed = await new Promise((onDataDeleted) =>
    Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted }));
  if (failed !== 0) throw new Error('Firefox could not forget the pages: 0x' + failed.toString(16));
  Services.clipboard.emptyClipboard(Ci.nsIClipboard.kGlobalClipboard);
`;

/** Names what there still is of pages; '' where there is nothing. */
const leftOfPages = `
  const windows = [...Services.wm.getEnumerator('navigator:browser')];
  const addresses = windows.flatMap(({ gBrowser }) => gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec));
  return [...addresses.slice(1), ...Services.cookies.cookies.map(({ host, name }) => 'cookie ' + name + ' of ' + host)].join(', ');
`;

/**
 * Uninstalls all that was installed for this run, and awaits that the given add-on's data is gone in every area: Firefox clears it
 * by itself, but tells only its own tests when. Argument: the add-on's id.
 */
const uninstallAddons = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const { Management } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
  const [own] = arguments;
  const keep = 'extensions.webextensions.keepStorageOnUninstall';
  const cleaned = new Promise((resolve) => {
    Management.on('cleanupAfterUninstall', function listener(_, id, tasks) {
      if (id !== own) return;
      Management.off('cleanupAfterUninstall', listener);
      resolve(Promise.all(tasks.map(({ promise }) => promise)));
    });
  });
  Services.prefs.setBoolPref(keep, false);
  try {
    for (const addon of await AddonManager.getAddonsByTypes(['extension'])) if (addon.temporarilyInstalled) await addon.uninstall();
    await cleaned;
  } finally {
    Services.prefs.setBoolPref(keep, true);
  }
`;

/** Leaves one blank tab, and the extension uninstalled with all its data. The popup is closed already. */
export async function emptyFirefox(marionette: Marionette, addonId: string): Promise<void> {
  await marionette.runInBrowser(forgetPages);
  await marionette.runInBrowser(uninstallAddons, [addonId]);
}

/** Throws where the extension, just installed, finds something, or a page is left. */
export async function requireFresh(marionette: Marionette, addonId: string): Promise<void> {
  const browserId = await eventually(
    async () => (await marionette.runInBrowser<number | null>(scripts.findBackground, [addonId])) ?? undefined,
    () => 'the event page to start after the installation',
  );
  const background = new FirefoxView(marionette, browserId, 0);
  const left = [await background.evaluate<string>(leftInExtension), await marionette.runInBrowser<string>(leftOfPages)];
  if (left.join('') !== '') throw new Error(`Firefox was not put back; there still is: ${left.join(' ')}`);
}
