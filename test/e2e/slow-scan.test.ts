/** A search that takes long, from the real popup: it says so after a while, and can be ended. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from './kinds';
import { type Stage, setStage } from './stage';
import { GITHUB, pasteLink, stallWorkers } from './walks/accounts';

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
  });
  afterAll(async () => await stage?.close());

  it('is told on the screen it began on, which Cancel gives back; nothing has come in', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=welcome]');
    await stallWorkers(popup);
    await popup.click('[data-do=scan]');
    await popup.waitForText('[data-show=still-looking]', 'Still looking');
    expect(await popup.has('[data-screen=welcome] [data-do=scan]:disabled')).toBe(true);
    await popup.click('[data-do=cancel-scan]');
    await popup.waitFor('[data-screen=welcome] [data-do=scan]:enabled');
    expect(await popup.has('[data-show=still-looking], [data-show=error], [data-show=notice]')).toBe(false);
    expect(await popup.evaluate("chrome.storage.session.get('pending')")).toEqual({});
    // What the person does next is not in the way of the search that was ended.
    await pasteLink(popup, GITHUB);
    await stage.browser.closePopup();
  });
});
