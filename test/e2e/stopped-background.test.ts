/** The thread while the browser stops the background whenever it can, which it does to every extension; and ends altogether. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hotp, stepAt } from '../demo-login/totp';
import { DemoVisit } from './demo-visit';
import { KINDS } from './kinds';
import { picture, type Stage, setStage } from './stage';
import {
  openSetUp,
  PASSPHRASE,
  playJourney,
  saveWithPassphrase,
  scanAndPreview,
  signInWithCode,
} from './walks/journey';

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage(kind);
  });
  afterEach(async () => await stage?.close());

  it('plays the whole journey with the background stopped between every two steps', async () => {
    let steps = 0;
    let stops = 0;
    await playJourney(stage.browser, stage.site, {
      step: () => {
        steps += 1;
      },
      picture: async () => {},
      isHurried: true,
      betweenSteps: async () => {
        await stage.browser.stopBackground();
        stops += 1;
      },
    });
    expect([steps, stops]).toEqual([8, 7]);
  });

  it('signs in with a code after the browser was started anew', async () => {
    const { browser, site, person } = stage;
    const visit = await DemoVisit.begin(browser, site);
    await visit.givePassword();
    await openSetUp(visit.page);
    const popup = await scanAndPreview(browser);
    await browser.stopBackground();
    await saveWithPassphrase(popup);
    await browser.closePopup();
    const used = await confirmWithEarlierCode(visit);
    await browser.restart();

    await browser.openPage(`${site.url}/`);
    const locked = await browser.openPopup();
    await locked.waitFor('[data-screen=locked]');
    await browser.stopBackground();
    await locked.type('[data-field=passphrase]', PASSPHRASE);
    await locked.click('[data-do=unlock]');
    await locked.waitFor('[data-screen=list]');
    await picture(locked, `${kind}-unlocked-after-restart`);
    await browser.closePopup();
    await browser.stopBackground();
    await signInWithCode(browser, site.url, person, { used });
  });
});

/** With the code of the step before, so that the popup's own is good at once. Should that step end on the way: once more. */
async function confirmWithEarlierCode(visit: DemoVisit): Promise<string> {
  const { secret } = await visit.secretFromLink();
  const confirm = async () => {
    const code = hotp(secret, stepAt(Date.now()) - 1);
    await visit.giveCode(code);
    return code;
  };
  const first = await confirm();
  const code = (await visit.page.has('[data-show=error]')) ? await confirm() : first;
  await visit.page.waitFor('[data-show=recovery-codes]');
  return code;
}
