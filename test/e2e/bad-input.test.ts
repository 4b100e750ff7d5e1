/** What goes wrong outside a person's power: a page nobody may look at, a disk that is full, a vault of the future. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { vaultWithNewerContent, vaultWithNewerEnvelope } from './future-vaults';
import { KINDS } from './kinds';
import { picture, type Stage, setStage } from './stage';
import { breakWrites, CONTOSO, GITHUB, mendWrites, pasteLink } from './walks/accounts';
import { PASSPHRASE, saveWithPassphrase } from './walks/journey';
import { openWith } from './walks/screens';
import { openUnlocked } from './walks/unlocked';

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  it('a page whose picture may not be taken: says that browsers do not let extensions look there, and what else to do', async () => {
    await stage.browser.openPage(kind === 'chromium' ? 'about:blank' : 'about:config');
    const popup = await stage.browser.openPopup();
    await popup.click('[data-do=scan]');
    expect(await popup.text('[data-show=error]')).toMatch(/does not let extensions look.*paste the set-up link/s);
    await picture(popup, `${kind}-capture-refused`);
    await stage.browser.closePopup();
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
  });

  it.runIf(kind === 'chromium')(
    'a page that is closed to extensions, though its picture is not: is scanned, and what can’t be looked into is said',
    async () => {
      await stage.browser.openPage('chrome://version');
      const popup = await stage.browser.openPopup();
      await popup.click('[data-do=scan]');
      await popup.waitFor('[data-screen=nothing-found][data-why=no-code-in-view]');
      expect(await popup.text('[data-show=error]')).toMatch(/does not let extensions look further/);
      await popup.click('[data-do=cancel]');
      await popup.waitFor('[data-screen=welcome]');
    },
  );

  it('a write that fails while the vault is made: said plainly, no vault, the account still waits', async () => {
    const popup = await stage.browser.openPopup();
    await pasteLink(popup, GITHUB);
    await breakWrites(popup);
    await popup.click('[data-do=save]');
    await popup.type('[data-field=passphrase]', PASSPHRASE);
    await popup.click('[data-do=create]');
    expect(await popup.text('[data-show=error]')).toMatch(/could not read or write its storage.*still waits/s);
    await picture(popup, `${kind}-first-save-failed`);
    expect(await popup.evaluate("chrome.storage.local.get(['va', 'vb', 'hw'])")).toEqual({});
    await stage.browser.closePopup();
    const again = await stage.browser.openPopup();
    await again.waitFor('[data-screen=preview]');
    await saveWithPassphrase(again);
  });

  it('a write that fails later: the old vault is as it was, the account still waits and is saved at the next try', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    await pasteLink(popup, CONTOSO);
    const stored = await popup.evaluate<{ va: string }>('chrome.storage.local.get(null)');
    await breakWrites(popup);
    await popup.click('[data-do=save]');
    expect(await popup.text('[data-show=error]')).toMatch(/Nothing was changed/);
    await picture(popup, `${kind}-save-failed`);
    expect(await popup.evaluate('chrome.storage.local.get(null)')).toEqual(stored);
    await mendWrites(popup);
    await popup.click('[data-do=save]');
    await popup.waitFor('[data-screen=list][data-count="2"]');
  });

  it('a delete that cannot be written deletes nothing', async () => {
    const popup = await stage.browser.openPopup();
    await popup.click('[data-do=edit]');
    await breakWrites(popup);
    await popup.click('[data-do=delete]');
    expect(await popup.text('[data-show=error]')).toMatch(/Nothing was changed/);
    await popup.click('[data-do=cancel]');
    await popup.waitFor('[data-screen=list][data-count="2"]');
  });

  it('content of a newer Halfminute: its codes are shown, nothing can be changed', async () => {
    const popup = await openUnlocked(stage, await vaultWithNewerContent(PASSPHRASE));
    expect(await popup.text('[data-screen=list] [data-show=error]')).toMatch(/newer Halfminute.*update Halfminute/s);
    expect(await popup.text('[data-show=code]')).toMatch(/^\d{3} \d{3}$/);
    // What is behind the first drawing is there by then.
    await popup.waitFor('[data-do=fill]');
    for (const act of ['scan', 'paste', 'edit', 'next-code']) expect(await popup.has(`[data-do=${act}]`)).toBe(false);
    await picture(popup, `${kind}-read-only`);
    const stored = await popup.evaluate<object>("chrome.storage.local.get(['va', 'vb'])");
    await popup.click('[data-do=copy]');
    await popup.waitForText('[data-show=notice]', 'Copied');
    await stage.browser.closePopup();
    const options = await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html`);
    await options.waitFor('[data-show=error]');
    expect(await options.has('[data-do=edit]')).toBe(false);
    expect(await options.evaluate("chrome.storage.local.get(['va', 'vb'])")).toEqual(stored);
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
  });

  it('a newer envelope: nothing is opened, nothing touched', async () => {
    const future = vaultWithNewerEnvelope();
    const problem = await openWith(stage, future);
    expect(await problem.text('[data-screen=problem] [data-show=error]')).toMatch(/Update Halfminute/);
    await picture(problem, `${kind}-newer-envelope`);
    await problem.click('[data-do=try-again]');
    await problem.waitFor('[data-screen=problem]');
    for (const act of ['scan', 'paste', 'unlock']) expect(await problem.has(`[data-do=${act}]`)).toBe(false);
    expect(await problem.evaluate('chrome.storage.local.get(null)')).toEqual(future);
  });
});
