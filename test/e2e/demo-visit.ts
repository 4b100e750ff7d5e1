/** A person on the demo login site, in either browser: what they do there, and what every page of it has to stand up to. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { expect } from 'vitest';
import type { RunningDemoSite } from '../demo-login/server';
import { violationsInBoth } from './axe-look';
import { eventually } from './rig/eventually';
import type { ExtensionBrowser, View } from './rig/extension-browser';
import { pixelAt, readPicture } from './rig/picture';

/** Unfolds everything on the page; how far it scrolls sideways. */
const unfoldSource = `(() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
})()`;

export interface Size {
  readonly width: number;
  readonly height: number;
}
/** Not larger than the window of a test's browser. */
const DESKTOP: Size = { width: 1200, height: 700 };

/** Clicks what leads to another page, and waits for that page: it may look just like this one. */
export async function follow(page: View, target: string): Promise<void> {
  const before = await page.evaluate<number>('performance.timeOrigin');
  await page.click(target);
  const isNew = `performance.timeOrigin !== ${before} && document.readyState === 'complete'`;
  await eventually(
    // Between two pages there is nobody to ask.
    () => page.evaluate<boolean>(isNew).catch(() => false),
    () => `the page behind ${target}`,
  );
}

export class DemoVisit {
  readonly #browser: ExtensionBrowser;
  readonly #site: RunningDemoSite;
  readonly page: View;
  /** The first is what pages are seen in, the others what they have to fit into too. */
  readonly #sizes: readonly Size[];

  private constructor(browser: ExtensionBrowser, site: RunningDemoSite, page: View, sizes: readonly Size[]) {
    this.#browser = browser;
    this.#site = site;
    this.page = page;
    this.#sizes = sizes;
  }

  /** In a tab of its own, in the first size given. */
  static async begin(browser: ExtensionBrowser, site: RunningDemoSite, ...sizes: readonly Size[]) {
    const page = await browser.openTab(`${site.url}/`);
    const [{ width, height } = DESKTOP] = sizes;
    await page.resize(width, height);
    return new DemoVisit(browser, site, page, sizes);
  }

  get person() {
    return this.#called('Mira');
  }

  #called(firstName: string) {
    const person = this.#site.people.find(({ name }) => name.startsWith(`${firstName} `));
    if (person === undefined) throw new Error(`there is no ${firstName}`);
    return person;
  }

  async go(path: string): Promise<void> {
    await this.#browser.openPage(this.#site.url + path);
  }

  async path(): Promise<string> {
    return await this.page.evaluate('location.pathname');
  }

  async errorText(): Promise<string> {
    return await this.page.text('[data-show=error]');
  }

  async follow(target: string): Promise<void> {
    await follow(this.page, target);
  }

  async givePassword(password?: string, firstName = 'Mira'): Promise<void> {
    const person = this.#called(firstName);
    await this.page.type('input[name=email]', person.email);
    await this.page.type('input[name=password]', password ?? person.password);
    await this.follow('button[data-do=sign-in]');
  }

  async giveCode(code: string): Promise<void> {
    await this.page.type('input[name=otp]', code);
    await this.follow('button[data-do=confirm]');
  }

  /** From the page on which two factor is set up. */
  async secretFromLink(): Promise<{ uri: string; secret: Uint8Array }> {
    const uri = await this.page.evaluate<string>(`document.querySelector('a[data-show=otpauth]').href`);
    const letters = new URL(uri).searchParams.get('secret') ?? '';
    const bits = [...letters].map((one) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'),
    );
    const secret = Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
    return { uri, secret };
  }

  /** What the QR code on the page says, read from a picture of it, how large it is and what stands around it. */
  async readQrCode(): Promise<{ text: string | undefined; side: number; quietZone: number[] }> {
    const box = await this.page.evaluate<{ x: number; y: number; width: number; height: number }>(`(() => {
      const code = document.querySelector('[data-show=qr] svg');
      code.scrollIntoView({ block: 'center', behavior: 'instant' });
      return code.getBoundingClientRect().toJSON();
    })()`);
    const shot = await this.#shoot();
    const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Math.round) as [
      number,
      number,
      number,
      number,
    ];
    const pixels = new Uint8ClampedArray(4 * width * height);
    for (let row = 0; row < height; row += 1) {
      const start = ((y + row) * shot.width + x) * 4;
      pixels.set(shot.data.subarray(start, start + 4 * width), 4 * width * row);
    }
    const found = jsQR(pixels, width, height, { inversionAttempts: 'dontInvert' });
    const quietZone = pixelAt(shot, x + 8, y + Math.floor(height / 2));
    return { text: found?.data, side: Math.min(box.width, box.height), quietZone };
  }

  async expectAccessible(): Promise<void> {
    const at = await this.path();
    const [, ...others] = this.#sizes;
    const sideways = [await this.page.evaluate<number>(unfoldSource)];
    const violations = await violationsInBoth(this.page);
    for (const { width, height } of others) {
      await this.page.resize(width, height);
      sideways.push(await this.page.evaluate<number>(unfoldSource));
    }
    const [{ width, height } = DESKTOP] = this.#sizes;
    if (others.length > 0) await this.page.resize(width, height);
    expect({ at, violations, sideways }).toEqual({ at, violations: [], sideways: sideways.map(() => 0) });
  }

  async #shoot() {
    const folder = mkdtempSync(join(tmpdir(), 'halfminute-shot-'));
    try {
      await this.page.screenshot(join(folder, 'page.png'));
      return readPicture(join(folder, 'page.png'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}
