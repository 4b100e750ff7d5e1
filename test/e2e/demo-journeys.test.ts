/**
 * What testers go through on the demo login site, with Halfminute in the toolbar. What the site itself does in each is
 * asked in Node: its forced, recover, verify, security and codes tests.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningDemoSite, startDemoSite } from '../demo-login/server';
import { CHEAP_PASSWORDS } from '../demo-login/tests/cheap-passwords';
import { type Complaints, listenForComplaints } from './complaints';
import { follow } from './demo-visit';
import { IS_LONG, KINDS } from './kinds';
import { type SeededItems, seedVault } from './seeded-vault';
import { picture, type Stage, setStage } from './stage';
import { DemoPeople } from './walks/demo-people';
import { fillAndConfirm, PASSPHRASE, signInWithCode } from './walks/journey';
import { storeUnlocked } from './walks/stored';

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let site: RunningDemoSite;
  let people: DemoPeople;
  let complaints: Complaints;
  /** A vault in use: it is open, and holds another account. */
  let used: SeededItems;
  beforeAll(async () => {
    used = await seedVault(PASSPHRASE, 1);
    stage = await setStage(kind);
  });
  beforeEach(async () => {
    site = await startDemoSite({ passwordCost: CHEAP_PASSWORDS });
    people = new DemoPeople(stage.browser, site);
    // Nothing of the journey before.
    await stage.browser.closeOtherTabs();
    await storeUnlocked(stage.browser, used);
    complaints = await listenForComplaints(stage.browser, site.url);
  });
  afterEach(async () => {
    await stage.browser.closePopup();
    await complaints.end();
    await site.stop();
  });
  afterAll(async () => await stage?.close());

  /** Hurried: the site takes the code of the next half minute too. */
  const signInAgain = async (name: string, used: string) =>
    await signInWithCode(stage.browser, site.url, people.person(name), { used, isHurried: true });

  it.runIf(IS_LONG)('Staff that is made to enrols at the next sign-in, and cannot walk around it', async () => {
    await people.changeRules('forced-staff');
    const page = await people.givePassword('Jonas');
    expect(await page.text('[data-show=why]')).toMatch(/asks two factor of Staff/);
    for (const path of ['/', '/profile/security', '/settings']) {
      await people.go(path);
      await page.waitFor('[data-show=why]');
      expect(await page.evaluate('location.pathname')).toBe('/set-up');
    }
    await picture(page, `${kind}-demo-forced`);
    const used = await people.enrol(page, 'Jonas');
    await page.click('[data-do=done]');
    await page.waitFor('[data-show=home]');
    await people.signOut(page);
    await signInAgain('Jonas', used);
    expect(await complaints.read()).toEqual([]);
  });

  it('a Client that lost the device resets it by mail, and enrols again because it is mandatory', async () => {
    await people.changeRules('forced-client');
    const page = await people.givePassword('Noor');
    await people.enrol(page, 'Noor');
    await people.signOut(page);
    await people.givePassword('Noor');
    expect(await people.askForResetMail(page)).toMatch(/^If your address is verified/);
    const code = (await people.newestMailCode('Noor')) ?? '';
    await picture(page, `${kind}-demo-inbox`);
    expect(code).not.toBe('');
    await people.go('/recover');
    await page.type('[name=reset-code]', code);
    await page.click('[data-do=reset]');
    await page.waitFor('[data-show=reset-done]');
    // It was good once.
    await people.go('/recover');
    await page.type('[name=reset-code]', code);
    await page.click('[data-do=reset]');
    expect(await page.text('[data-show=error]')).toMatch(/does not match, was used, or is too old/);
    await people.givePassword('Noor');
    await page.waitFor('[data-show=why]');
    const used = await people.enrol(page, 'Noor', 'again');
    await people.signOut(page);
    await signInAgain('Noor', used);
    expect(await complaints.read()).toEqual([]);
  });

  it.runIf(IS_LONG)('an unverified Client gets no mail, in the same words, until the address is verified', async () => {
    await people.changeRules('forced-client');
    const page = await people.givePassword('Tomas');
    await people.enrol(page, 'Tomas');
    await people.signOut(page);
    await people.givePassword('Tomas');
    expect(await people.askForResetMail(page)).toMatch(/^If your address is verified/);
    expect(await people.newestMailCode('Tomas')).toBeUndefined();
    await people.go('/');
    await page.waitFor('input[name=otp]');
    // Another person at the same browser, who signs this one out.
    await people.asAdmin('/settings/people', async (view) => {
      await view.click('[data-do=send-verification]');
      await view.waitFor('[data-show=mailed]');
    });
    const code = (await people.newestMailCode('Tomas')) ?? '';
    await people.go('/verify');
    await page.type('[name=verification-code]', code);
    await page.click('[data-do=verify]');
    await page.waitFor('[data-show=verified]');
    await people.givePassword('Tomas');
    await people.askForResetMail(page);
    expect(await people.newestMailCode('Tomas')).not.toBe(code);
  });

  it.runIf(IS_LONG)('a Contractor opts in, and out again', async () => {
    const page = await people.givePassword('Kei');
    await page.waitFor('[data-show=home]');
    await page.click('[data-do=security]');
    expect(await page.text('[data-show=two-factor]')).toBe('Off');
    await page.click('[data-do=set-up]');
    const used = await people.enrol(page, 'Kei');
    const [recoveryCode = ''] =
      (await page.text('[data-show=recovery-codes]')).match(/[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}/) ?? [];
    await page.click('[data-do=done]');
    await page.waitForText('[data-show=two-factor]', /^On since/);
    await people.signOut(page);
    await signInAgain('Kei', used);
    await people.go('/profile/security');
    await page.click('[data-do=open-turn-off]');
    await page.type('#turn-off-password', people.person('Kei').password);
    await page.type('#turn-off-otp', used);
    await follow(page, 'button[data-do=turn-off]');
    expect(await page.text('[data-show=error]')).toMatch(/do not match/);
    await picture(page, `${kind}-demo-turn-off`);
    await page.type('#turn-off-password', people.person('Kei').password);
    await page.type('#turn-off-otp', recoveryCode);
    await follow(page, 'button[data-do=turn-off]');
    await page.waitForText('[data-show=two-factor]', /^Off$/);
    await people.signOut(page);
    await people.givePassword('Kei');
    await page.waitFor('[data-show=home]');
  });

  it.runIf(IS_LONG)(
    'a plug-in makes it mandatory, also to keep it on; narrowed to Staff it leaves the others alone',
    async () => {
      await people.changeRules('plug-in');
      const page = await people.givePassword('Ines');
      expect(await page.text('[data-show=why]')).toMatch(/financial plug-in/);
      await people.enrol(page, 'Ines');
      await people.go('/profile/security');
      expect(await page.text('[data-show=mandatory]')).toMatch(/cannot be turned off/);
      expect(await page.has('[data-do=open-turn-off]')).toBe(false);
      await people.signOut(page);
      // Mira is Staff, and made to as well: she enrols, and stays signed in.
      await people.givePassword('Mira');
      await page.waitFor('[data-show=why]');
      await people.enrol(page, 'Mira');
      await people.go('/settings');
      await page.click('input[data-do=plug-in-staff-only]');
      await page.click('[data-do=save-settings]');
      await page.waitFor('[data-show=saved]');
      await people.signOut(page);
      await people.givePassword('Kei');
      await page.waitFor('[data-show=home]');
    },
  );

  it.runIf(IS_LONG)('a used code is refused, and a sixth try finds the door shut', async () => {
    const page = await people.givePassword('Mira');
    await page.waitFor('[data-show=home]');
    await people.go('/profile/security/set-up');
    const used = await people.enrol(page, 'Mira');
    await people.signOut(page);
    await people.givePassword('Mira');
    await people.typeCode(page, used);
    await page.waitForText('[data-show=error]', /does not match/);
    for (let count = 2; count <= 5; count++) await people.typeCode(page, '000000');
    await page.waitForText('[data-show=error]', /wait 15 minutes/);
    const popup = await stage.browser.openPopup();
    await popup.click('[data-do=fill]');
    await page.waitForValue('input[name=otp]', /^\d{6}$/);
    await stage.browser.closePopup();
    await follow(page, 'button[data-do=confirm]');
    await page.waitForText('[data-show=error]', /wait 15 minutes/);
    await picture(page, `${kind}-demo-paused`);
  });

  it('a site whose clock is 90 s off refuses codes, until the clock check corrects them', async () => {
    const page = await people.givePassword('Jonas');
    await page.waitFor('[data-show=home]');
    await people.go('/profile/security/set-up');
    await people.enrol(page, 'Jonas');
    await people.signOut(page);
    await people.go('/testers');
    await page.click('input[name=offset-ms][value="90000"]');
    await page.click('[data-do=set-clock]');
    await page.waitForText('[data-show=clock-offset]', /^90 s fast$/);
    await people.givePassword('Jonas');
    await page.waitFor('input[name=otp]');
    const popup = await stage.browser.openPopup();
    await fillAndConfirm(stage.browser, page, popup);
    await page.waitForText('[data-show=error]', /does not match/);
    const checking = await stage.browser.openPopup();
    await checking.click('[data-do=check-clock]');
    await checking.click('[data-do=ask-time]');
    expect(await checking.text('[data-show=clock-offset]')).toMatch(/^(?:89|90|91) seconds$/);
    await checking.click('[data-do=correct-codes]');
    await checking.waitFor('[data-show=clock-line]');
    await picture(checking, `${kind}-demo-clock-corrected`);
    await fillAndConfirm(stage.browser, page, checking);
    await page.waitFor('[data-show=home]');
    expect(await complaints.read()).toEqual([]);
  });
});
