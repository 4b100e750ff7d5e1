/** Every screen in light and dark: no accessibility violation, and a picture for a person to look at. */
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { View } from './rig/extension-browser';
import { seedVault } from './seeded-vault';
import { picture, type Stage, setStage } from './stage';
import { PASSPHRASE, saveWithPassphrase } from './walks/journey';

const LINK = 'otpauth://totp/GitHub:octocat?secret=JBSWY3DPEHPK3PXP&issuer=GitHub';

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  let stage: Stage;
  afterEach(async () => await stage.browser.closePopup());
  beforeAll(async () => {
    stage = await setStage('chromium', { colorScheme });
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
  });
  afterAll(async () => await stage?.close());

  async function look(view: View, name: string): Promise<void> {
    await picture(view, `${colorScheme}-${name}`);
    const source = `(() => { ${axe.source}; return axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '))); })()`;
    expect(await view.evaluate<string[]>(source), name).toEqual([]);
  }

  async function store(popup: View, items: Readonly<Record<string, unknown>>): Promise<void> {
    await popup.evaluate(
      `Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]).then(() => chrome.storage.local.set(${JSON.stringify(items)}))`,
    );
    await stage.browser.closePopup();
  }

  it('the first account, step by step', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=welcome]');
    await look(popup, 'welcome');
    await popup.click('[data-do=scan]');
    await popup.waitFor('[data-show=error]');
    await look(popup, 'welcome-no-code');
    await popup.click('[data-do=paste]');
    await look(popup, 'paste');
    await popup.type('[data-field=link]', 'otpauth://totp/x?secret=JBSW0&issuer=y');
    await popup.click('[data-do=continue]');
    expect(await popup.text('[data-show=error]')).toMatch(/characters that can’t be in one/);
    await look(popup, 'paste-error');
    await popup.type('[data-field=link]', LINK);
    await popup.click('[data-do=continue]');
    await popup.waitFor('[data-screen=preview]');
    await look(popup, 'preview');
    await popup.click('[data-do=save]');
    await popup.waitFor('[data-screen=passphrase]');
    await look(popup, 'passphrase');
    await popup.click('[data-do=back]');
    await saveWithPassphrase(popup);
    await look(popup, 'list-one');
    await popup.click('[data-do=copy]');
    await popup.waitForText('[data-show=notice]', 'Copied');
    await look(popup, 'list-copied');
    await popup.click('[data-do=lock]');
    await popup.waitFor('[data-screen=locked]');
    await look(popup, 'locked');
    await store(popup, await seedVault(PASSPHRASE, 500));
  });

  it('500 accounts with odd names, a counted one among them', async () => {
    const popup = await stage.browser.openPopup();
    await popup.type('[data-field=passphrase]', PASSPHRASE);
    await popup.click('[data-do=unlock]');
    await popup.waitFor('.row:nth-child(500) [data-show=code]');
    await look(popup, 'list-500');
    expect(await popup.text('.row:nth-child(5) [data-show=issuer]')).toBe('Right[U+202E]elgoog');
    await popup.click('.row:nth-child(8) [data-do=next-code]');
    const first = await popup.waitForText('.row:nth-child(8) [data-show=code]', /^\d{3} \d{3}$/);
    await popup.click('.row:nth-child(8) [data-do=next-code]');
    await popup.waitForText('.row:nth-child(8) [data-show=code]', new RegExp(`^(?!${first}$)`));
    await look(popup, 'list-counted');
    const { va } = await popup.evaluate<{ va: string }>("chrome.storage.local.get('va')");
    await store(popup, { va: va.replace('"ct":"', '"ct":"A'), hw: '{}' });
  });

  it('a damaged vault is said to be one, and nothing is offered that would write over it', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=problem]');
    await look(popup, 'damaged');
    expect(await popup.has('[data-do=scan]')).toBe(false);
  });

  it('the about page', async () => {
    const about = await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html`);
    await about.waitFor('[data-show=permissions]');
    await look(about, 'about');
  });
});
