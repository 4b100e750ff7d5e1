/** The accounts of the settings, as the tests of that section meet them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { violationsInBoth } from './axe-look';
import { unreachable } from './keyboard-reach';
import type { View } from './rig/extension-browser';
import type { SeededItems } from './seeded-vault';
import { picture, type Stage } from './stage';
import { openUnlockedSettings } from './walks/unlocked';

const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** The unlocked list over these items. */
export async function accountsOver(stage: Stage, items: SeededItems): Promise<View> {
  const page = await openUnlockedSettings(stage, items, 'accounts');
  await page.waitFor('.account');
  return page;
}

/** No violation in light and dark, nothing that scrolls sideways, everything reached by the keyboard; and a picture. */
export async function lookAt({ browser }: Stage, page: View, name: string): Promise<void> {
  await page.evaluate('document.activeElement.blur()');
  const shoot = async (scheme: string) => await picture(page, `${browser.kind}-${scheme}-${name}`);
  expect(await violationsInBoth(page, shoot), name).toEqual([]);
  expect(await page.evaluate(SIDEWAYS), `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  expect(await unreachable(page), `${name} by keyboard`).toEqual([]);
}

/** What the focus is on, by what it does, what field it is or what it is called. */
export const focused = async (page: View) =>
  await page.evaluate<string>(`(() => {
    const { dataset, localName, ariaLabel } = document.activeElement;
    return dataset.do ?? dataset.field ?? ariaLabel ?? localName;
  })()`);

export async function tabTo(page: View, name: string): Promise<void> {
  for (let tabs = 0; (await focused(page)) !== name; tabs += 1) {
    if (tabs > 40) throw new Error(`Tab does not come by ${name}`);
    await page.press('Tab');
  }
}

/** Gives a file of these bytes to the form of an account. */
export async function giveImage(view: View, name: string, bytes: Buffer, outcome: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'halfminute-image-'));
  try {
    writeFileSync(join(folder, name), bytes);
    await view.attachFiles('[data-field=image]', join(folder, name));
    await view.waitFor(`[data-show=own-image] ${outcome}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
