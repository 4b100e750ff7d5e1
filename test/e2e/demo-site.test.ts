/** The demo login site in a real Chromium: the whole walk in light and dark, every page through axe, the QR code read back. */
import axe from 'axe-core';
import jsQR from 'jsqr';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningDemoSite, startDemoSite } from '../demo-login/server';
import { hotp, stepAt } from '../demo-login/totp';

const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(() => browser.close());

let site: RunningDemoSite;
let context: BrowserContext;
let page: Page;
/** Whatever the browser complains of: a style the policy blocked, a file that is missing. */
let complaints: string[];

async function open(options: Parameters<Browser['newContext']>[0]): Promise<void> {
  context = await browser.newContext(options);
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    // The status of a refused form is an answer, not a complaint.
    if (message.type() === 'error' && !/status of 4(03|04|22|29)/.test(message.text())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
}

beforeEach(async () => {
  site = await startDemoSite({});
});
afterEach(async () => {
  await context.close();
  await site.stop();
});

const go = (path: string) => page.goto(site.url + path);
const path = () => new URL(page.url()).pathname;
const errorText = () => page.locator('[data-show="error"]').textContent();

async function givePassword(password?: string): Promise<void> {
  const [person] = site.people;
  if (person === undefined) throw new Error('nobody was seeded');
  await page.fill('input[name=email]', person.email);
  await page.fill('input[name=password]', password ?? person.password);
  await page.click('button[data-do="sign-in"]');
}

async function giveCode(code: string): Promise<void> {
  await page.fill('input[name=otp]', code);
  await page.click('button[data-do="confirm"]');
}

/** What the QR code on the page says, read from a picture of it. */
async function readQrCode(): Promise<{ text: string | undefined; quietZone: number[] }> {
  const shot = await page.locator('[data-show="qr"] svg').screenshot();
  const { data, width, height } = PNG.sync.read(shot);
  const found = jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' });
  const middle = (width * Math.floor(height / 2) + 8) * 4;
  return { text: found?.data, quietZone: [...data.subarray(middle, middle + 3)] };
}

async function secretFromLink(): Promise<{ uri: string; secret: Uint8Array }> {
  const uri = (await page.locator('a[data-show="otpauth"]').getAttribute('href')) ?? '';
  const letters = new URL(uri).searchParams.get('secret') ?? '';
  const bits = [...letters].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'));
  const secret = Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
  return { uri, secret };
}

/** Axe on the page as it stands, with everything unfolded, and no scrolling sideways. */
async function expectAccessible(): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return found.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
    }));
  });
  expect({ at: path(), violations }).toEqual({ at: path(), violations: [] });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
}

describe.each([
  { colorScheme: 'light', viewport: DESKTOP },
  { colorScheme: 'dark', viewport: DESKTOP },
  { colorScheme: 'light', viewport: PHONE },
  { colorScheme: 'dark', viewport: PHONE },
] as const)('in $colorScheme, $viewport.width px wide', (look) => {
  it('every page of the walk works and passes axe', async () => {
    await open(look);
    await go('/');
    expect(path()).toBe('/sign-in');
    await expectAccessible();
    await givePassword('wrong');
    expect(await errorText()).toContain('do not match');
    await expectAccessible();
    await givePassword();
    await page.locator('[data-show="home"]').waitFor();
    await expectAccessible();
    await go('/profile');
    await expectAccessible();

    await page.locator('[data-do="security"]').first().click();
    expect(await page.locator('[data-show="two-factor"]').textContent()).toBe('Off');
    await expectAccessible();
    await page.click('[data-do="set-up"]');
    const { uri, secret } = await secretFromLink();
    const qr = await page.locator('[data-show="qr"] svg').boundingBox();
    expect(Math.min(qr?.width ?? 0, qr?.height ?? 0)).toBeGreaterThanOrEqual(200);
    expect(await readQrCode()).toEqual({ text: uri, quietZone: [255, 255, 255] });
    await expectAccessible();
    await giveCode('1');
    expect(await errorText()).toContain('does not match');
    await expectAccessible();

    const step = stepAt(Date.now());
    await giveCode(hotp(secret, step));
    expect(await page.locator('[data-show="recovery-codes"] li').count()).toBe(10);
    await expectAccessible();
    await page.click('[data-do="done"]');
    expect(await page.locator('[data-show="two-factor"]').textContent()).toMatch(/^On since/);
    await expectAccessible();
    await page.click('button[data-do="sign-out"]');

    await givePassword();
    expect(path()).toBe('/sign-in/code');
    expect(await page.locator('input[name=otp]').evaluate((field) => field === document.activeElement)).toBe(true);
    await expectAccessible();
    await giveCode(hotp(secret, step));
    expect(await errorText()).toContain('does not match');
    await expectAccessible();
    await giveCode(hotp(secret, step + 1));
    await page.locator('[data-show="home"]').waitFor();

    await go('/no-such-page');
    await expectAccessible();
    expect(complaints).toEqual([]);
  });
});

describe('a person', () => {
  it('walks in with the keyboard alone, and sees where the focus is', async () => {
    await open({ viewport: DESKTOP });
    await go('/sign-in');
    const [person] = site.people;
    // The browser gives the focus at its next drawing: letters typed before it would go nowhere.
    await page.locator('input[name="email"]:focus').waitFor();
    await page.keyboard.type(person?.email ?? '');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    expect(outline).toBe('solid');
    await page.keyboard.type(person?.password ?? '');
    await page.keyboard.press('Enter');
    await page.locator('[data-show="home"]').waitFor();
  });

  it('stays signed in when a link on another site leads here', async () => {
    await open({ viewport: DESKTOP });
    await go('/sign-in');
    await givePassword();
    await page.locator('[data-show="home"]').waitFor();
    await page.goto(`data:text/html,<a href="${site.url}/profile/security">over there</a>`);
    await page.click('a');
    await page.locator('[data-show="two-factor"]').waitFor();
    expect(path()).toBe('/profile/security');
  });

  it('starts over without signing in', async () => {
    await open({ viewport: DESKTOP });
    await go('/sign-in');
    await page.getByText('Start over', { exact: true }).click();
    await page.click('button[data-do="start-over"]');
    await givePassword();
    await page.locator('[data-show="home"]').waitFor();
  });
});
