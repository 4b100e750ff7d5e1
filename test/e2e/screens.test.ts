/** Every screen in both browsers, light and dark: no accessibility violation, everything reached by keyboard, a picture. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsInBoth } from './axe-look';
import { type CodePage, serveCodePage } from './code-page';
import { unreachable } from './keyboard-reach';
import { KINDS } from './kinds';
import type { ColorScheme, View } from './rig/extension-browser';
import { picture, type Stage, setStage } from './stage';
import { adding, addingFirst } from './walks/adding-screens';
import { anotherPassphrase, backups } from './walks/backup-screens';
import { clockCheck } from './walks/clock-screens';
import { listInUse } from './walks/list-screens';
import { recovery } from './walks/recovery-screens';
import { scanAnswers, severalAccounts } from './walks/scan-screens';
import { dailyUse, firstAccount, manyAccounts, thisDeviceOnly, troubles } from './walks/screens';
import { settings, settingsThisDeviceOnly } from './walks/settings-screens';
import { signIn } from './walks/sign-in-screens';

const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let codes: CodePage;
  beforeAll(async () => {
    codes = await serveCodePage();
    stage = await setStage(kind, { everyHostIsLocal: true });
  });
  afterAll(async () => {
    await stage?.close();
    codes?.close();
  });

  const seen = new Set<string>();

  async function glance(view: View, name: string): Promise<void> {
    seen.add(name);
    const shoot = async (scheme: ColorScheme) => await picture(view, `${kind}-${scheme}-${name}`);
    expect(await violationsInBoth(view, shoot), name).toEqual([]);
    expect(await view.evaluate(SIDEWAYS), `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  }

  async function look(view: View, name: string): Promise<void> {
    await glance(view, name);
    expect(await unreachable(view), `${name} by keyboard`).toEqual([]);
  }

  it('the first account, step by step', async () => await firstAccount(stage, look));
  it('daily use', async () => await dailyUse(stage, codes, look));
  it('the list in use', async () => await listInUse(stage, look));
  it('this device only', async () => await thisDeviceOnly(stage, look));
  it('what can go wrong', async () => await troubles(stage, look));
  it('to sign in', async () => await signIn(stage, look));
  it('the clock', async () => await clockCheck(stage, look));
  it('what a scan comes to', async () => await scanAnswers(stage, codes, glance));

  it('several accounts that came in; of 30 the buttons stay in sight', async () => {
    const popup = await severalAccounts(stage, look, glance);
    const below = 'document.querySelector("[data-do=save-all]").getBoundingClientRect().bottom - innerHeight';
    expect(await popup.evaluate(below)).toBeLessThan(0);
    await stage.browser.closePopup();
  });

  it('the settings', async () => await settings(stage, look));
  it('the settings of a vault without a passphrase', async () => await settingsThisDeviceOnly(stage, look));
  it('accounts added in the settings', async () => await adding(stage, look));
  it('the first account, in the settings', async () => await addingFirst(stage, look));

  it('backups', async () => await backups(stage, look));
  it('another passphrase', async () => await anotherPassphrase(stage, look));
  it('ways back', async () => await recovery(stage, look));

  it('500 accounts with odd names, a counted one among them', async () => {
    const popup = await manyAccounts(stage, glance);
    expect(await popup.text('.row[aria-posinset="5"] [data-show=issuer]')).toBe('Right[U+202E]elgoog');
    const first = await popup.text('.row[aria-posinset="8"] [data-show=code]');
    await popup.click('.row[aria-posinset="8"] [data-do=next-code]');
    await popup.waitForText('.row[aria-posinset="8"] [data-show=code]', new RegExp(`^(?!${first}$)`));
    await stage.browser.closePopup();
  });

  it('docs/screens has the picture of each, and of nothing else', () => {
    const kept = readdirSync(resolve(import.meta.dirname, '../../docs/screens'));
    expect(kept.sort()).toEqual([...seen].flatMap((name) => [`${name}-dark.png`, `${name}-light.png`]).sort());
  });
});
