/** The popup over pages of given names: this site's accounts first, the question, the warnings, the wait for the next code. */
import { boundAccount } from '../bound-accounts';
import { serveNamedSite } from '../named-site';
import type { View } from '../rig/extension-browser';
import { sealAccounts } from '../seeded-vault';
import type { Stage } from '../stage';
import { PASSPHRASE } from './journey';
import type { Look } from './screens';
import { storeUnlocked } from './stored';
import { leaveHalfminute } from './unlocked';

const FORM = '<label>Code <input name="otp" autocomplete="one-time-code"></label>';
const LONG_HOST = `${'a-label-as-long-as-they-come-'.repeat(2)}abcde.workbench-tools.com`;
const LONG_LABEL = 'mira.lindqvist.of.a.name.that.takes.two.lines@contoso-international.example';

/** Fixes the popup's clock at 1.5 s before a period ends. */
const NEAR_THE_END = `(() => {
  const atMs = (Math.floor(Date.now() / 30_000) + 1) * 30_000 - 1500;
  window.Date.now = () => atMs;
})()`;

/** In a browser for which every host is here. */
export async function signIn(stage: Stage, look: Look): Promise<void> {
  const { browser } = stage;
  const named = await serveNamedSite();
  named.show({ '*': FORM });
  const row = (place: number, act: 'fill' | 'copy') => `[data-account=account-${place}] [data-do=${act}]`;
  const openOn = async (host: string): Promise<View> => {
    await browser.closePopup();
    await browser.openPage(named.at(host));
    const popup = await browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    return popup;
  };
  try {
    await leaveHalfminute(stage);
    await storeUnlocked(
      browser,
      await sealAccounts(PASSPHRASE, [
        boundAccount(0, 'GitHub'),
        boundAccount(1, 'Contoso', ['contoso.com'], { unverified: true }),
        boundAccount(2, 'Contoso', ['contoso.com'], { label: LONG_LABEL }),
        boundAccount(3, 'Workbench', [LONG_HOST]),
      ]),
    );

    const list = await openOn('login.contoso.com');
    await list.waitFor('[data-show=this-site]');
    await look(list, 'list-this-site');
    await list.evaluate(NEAR_THE_END);
    await list.click(row(1, 'fill'));
    await list.waitFor('[data-show=waiting-next]');
    await look(list, 'list-waiting');
    await list.click('[data-do=cancel-fill]');

    await look(await openOn(LONG_HOST), 'list-this-site-long');

    const other = await openOn(LONG_HOST);
    await other.click(row(1, 'fill'));
    await other.waitFor('[data-screen=other-site]');
    await look(other, 'other-site');
    await other.click('[data-do=go-on]');
    await other.waitFor('[data-screen=ask-site]');
    await other.click('[data-choice=narrow]');
    await look(other, 'ask-site-one-host');

    const letters = await openOn('login.xn--bcher-kva.example');
    await letters.click(row(0, 'fill'));
    await letters.waitFor('[data-screen=ask-site]');
    await look(letters, 'ask-site-letters');

    const warned = await openOn('contoso.net');
    await warned.waitFor('[data-show=page-warning]');
    await look(warned, 'list-look-alike');
    await warned.click(row(1, 'fill'));
    await warned.waitFor('[data-screen=look-alike]');
    await look(warned, 'look-alike-fill');
    await warned.click('[data-do=stop]');
    await warned.click(row(1, 'copy'));
    await warned.waitFor('[data-screen=look-alike]');
    await look(warned, 'look-alike-copy');
    await browser.closePopup();
  } finally {
    named.close();
  }
}
