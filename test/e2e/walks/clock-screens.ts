/** The check of the computer's clock, over a site whose own is 90 seconds ahead, and the line of codes that are corrected. */
import { serveNamedSite } from '../named-site';
import { niceAccounts } from '../nice-accounts';
import { seedVault } from '../seeded-vault';
import type { Stage } from '../stage';
import { PASSPHRASE } from './journey';
import type { Look } from './screens';
import { storeUnlocked } from './stored';
import { leaveHalfminute } from './unlocked';

const HOST = 'login.contoso.com';
const AHEAD_MS = 91_000;

/** In a browser for which every host is here. */
export async function clockCheck(stage: Stage, look: Look): Promise<void> {
  const { browser } = stage;
  const named = await serveNamedSite();
  /** The moment that the site tells from now on. */
  const tells = (aheadMs: number) =>
    named.show({
      '*': '<p>Sign in</p>',
      [`${HOST}/favicon.ico`]: { body: '', headers: { date: new Date(Date.now() + aheadMs).toUTCString() } },
    });
  try {
    tells(0);
    await leaveHalfminute(stage);
    await storeUnlocked(browser, await seedVault(PASSPHRASE, 0, niceAccounts()));
    await browser.openPage(named.at(HOST));
    const popup = await browser.openPopup();
    await popup.click('[data-do=check-clock]');
    await popup.waitFor('[data-screen=check-clock]');
    await look(popup, 'clock-check');
    tells(AHEAD_MS);
    await popup.click('[data-do=ask-time]');
    await popup.waitFor('[data-about=off]');
    await look(popup, 'clock-wrong');
    await popup.click('[data-do=correct-codes]');
    await popup.waitFor('[data-show=clock-line]');
    await look(popup, 'list-clock-corrected');
    await popup.click('[data-do=check-clock-again]');
    await popup.waitFor('[data-screen=check-clock]');
    tells(0);
    await popup.click('[data-do=ask-time]');
    await popup.waitFor('[data-about=right]');
    await look(popup, 'clock-right');
    await popup.click('[data-do=correct-codes]');
    await popup.waitFor('[data-screen=list] [data-do=check-clock]');
    await browser.closePopup();
    await browser.openPage('about:blank');
    const closed = await browser.openPopup();
    await closed.click('[data-do=check-clock]');
    await closed.waitFor('[data-screen=check-clock]');
    await look(closed, 'clock-closed-page');
    await browser.closePopup();
  } finally {
    named.close();
  }
}
