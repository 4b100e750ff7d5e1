/** What a person does on the demo login site beside the plain walk, in both browsers; and that its tests would hear of a fault. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningDemoSite, startDemoSite } from '../demo-login/server';
import { CHEAP_PASSWORDS } from '../demo-login/tests/cheap-passwords';
import { hotp, stepAt } from '../demo-login/totp';
import { type Complaints, listenForComplaints } from './complaints';
import { DemoVisit } from './demo-visit';
import { unreachable } from './keyboard-reach';
import { KINDS } from './kinds';
import { picture, type Stage, setStage } from './stage';

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let site: RunningDemoSite;
  let complaints: Complaints;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  beforeEach(async () => {
    site = await startDemoSite({ passwordCost: CHEAP_PASSWORDS });
    complaints = await listenForComplaints(stage.browser, site.url);
  });
  afterEach(async () => {
    await complaints.end();
    await site.stop();
  });
  afterAll(async () => await stage?.close());

  it('walks in with the keyboard alone, and sees where the focus is', async () => {
    const visit = await DemoVisit.begin(stage.browser, site);
    const { page } = visit;
    const type = async (text: string) => {
      for (const key of text) await page.press(key === ' ' ? 'Space' : key);
    };
    // The browser gives the focus at its next drawing: letters typed before it would go nowhere.
    await page.waitFor('input[name=email]:focus');
    await type(visit.person.email);
    await page.press('Tab');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await type(visit.person.password);
    await page.press('Enter');
    await page.waitFor('[data-show=home]');
  });

  it('comes by everything on the pages with Tab alone', async () => {
    const visit = await DemoVisit.begin(stage.browser, site);
    expect(await unreachable(visit.page)).toEqual([]);
    await visit.givePassword();
    await visit.follow('[data-do=security]');
    expect(await unreachable(visit.page)).toEqual([]);
    await visit.follow('[data-do=set-up]');
    expect(await unreachable(visit.page)).toEqual([]);
  });

  it('stays signed in when a link on another site leads here', async () => {
    const visit = await DemoVisit.begin(stage.browser, site);
    await visit.givePassword();
    await visit.page.waitFor('[data-show=home]');
    const other = `data:text/html,<a href="${site.url}/profile/security">over there</a>`;
    const page = await stage.browser.openPage(other);
    await page.click('a');
    await page.waitFor('[data-show=two-factor]');
    expect(await page.evaluate('location.pathname')).toBe('/profile/security');
  });

  it('starts over without signing in', async () => {
    const visit = await DemoVisit.begin(stage.browser, site);
    await visit.page.click('footer summary');
    await visit.follow('button[data-do=start-over]');
    await visit.givePassword();
    await visit.page.waitFor('[data-show=home]');
  });

  it('would be told of a blocked style, a missing picture and a request to somebody else', async () => {
    const server = createServer((request, response) => {
      if (request.url !== '/') return response.writeHead(404).end();
      response.setHeader('content-security-policy', "default-src 'none'; img-src *");
      response.setHeader('content-type', 'text/html');
      return response.end(
        `<title>Bad</title><p style="color: red">Bad<img src="/gone.png"><img src="${site.url}/x.svg">`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const heard = await listenForComplaints(stage.browser, url);
    try {
      await stage.browser.openTab(url);
      for (const complaint of [/style/, /gone\.png/, /x\.svg/]) {
        await expect.poll(async () => (await heard.read()).join('\n')).toMatch(complaint);
      }
    } finally {
      await heard.end();
      server.close();
      server.closeAllConnections();
    }
  });

  it('five wrong codes in a row: a calm pause, which a right code does not end', async () => {
    const visit = await DemoVisit.begin(stage.browser, site);
    const { page } = visit;
    await visit.givePassword();
    await visit.follow('[data-do=security]');
    await visit.follow('[data-do=set-up]');
    const { secret } = await visit.secretFromLink();
    const step = stepAt(Date.now());
    await visit.giveCode(hotp(secret, step));
    await visit.follow('[data-do=done]');
    await visit.follow('button[data-do=sign-out]');
    await visit.givePassword();

    const right = Array.from({ length: 12 }, (_, ahead) => hotp(secret, step - 1 + ahead));
    const wrong = Array.from({ length: 20 }, (_, place) => String(111_111 + place)).filter(
      (one) => !right.includes(one),
    );
    for (const code of wrong.slice(0, 4)) {
      await visit.giveCode(code);
      expect(await visit.errorText()).toBe('That code does not match. Please check it and try again.');
    }
    const pause = /^That was too many tries in a row\. .*please wait 15 minutes and try again\.$/;
    await visit.giveCode(wrong[4] ?? '');
    expect(await visit.errorText()).toMatch(pause);
    await picture(page, `${kind}-demo-five-wrong-codes`);
    await visit.expectAccessible();
    await visit.giveCode(hotp(secret, stepAt(Date.now()) + 1));
    expect(await visit.errorText()).toMatch(pause);
    expect(await visit.path()).toBe('/sign-in/code');
    await visit.go('/');
    expect(await visit.path()).toBe('/sign-in/code');
    expect(await complaints.read()).toEqual([]);
  });
});
