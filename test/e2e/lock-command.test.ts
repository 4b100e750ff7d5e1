/** T6: the keys that lock. Both browsers really give the suggested keys. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pressCommand } from './asked-by-key';
import { boundAccount } from './bound-accounts';
import { KINDS } from './kinds';
import { sealAccounts } from './seeded-vault';
import { type Stage, setStage } from './stage';
import { PASSPHRASE } from './walks/journey';
import { storeUnlocked } from './walks/stored';

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterAll(async () => await stage?.close());

  it('T6: gives the commands their keys, and the one for lock locks and blanks every page', async () => {
    const { browser, site } = stage;
    await browser.openPage(`${site.url}/sign-in`);
    const popup = await browser.openPopup();
    const commands = await popup.evaluate<{ name: string; shortcut: string }[]>('chrome.commands.getAll()');
    expect(Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]))).toEqual({
      _execute_action: 'Alt+Shift+O',
      scan: 'Alt+Shift+S',
      fill: 'Alt+Shift+F',
      lock: 'Alt+Shift+L',
    });
    await browser.closePopup();
    await storeUnlocked(browser, await sealAccounts(PASSPHRASE, [boundAccount(0, 'Contoso')]));
    const settings = await browser.openTab(`${browser.extensionOrigin}/options/index.html`);
    await settings.waitForText('.account', 'mira');
    await pressCommand(browser, 'lock', 'L');
    await settings.waitFor('[data-show=locked]');
    expect(await settings.evaluate('document.body.innerHTML')).not.toMatch(/mira/);
    expect(await settings.evaluate("chrome.storage.session.get('unlocked')")).toEqual({});
  });
});
