/** A browser whose popup stands in front of a site with a clock of its own, and what both tests of the clock do there. */
import { expect } from 'vitest';
import { boundAccount, codeAt } from './bound-accounts';
import { type ClockAnswer, type ClockSite, serveClockSite } from './clock-site';
import type { View } from './rig/extension-browser';
import { sealAccounts } from './seeded-vault';
import { type Stage, setStage } from './stage';
import { PASSPHRASE } from './walks/journey';
import { storeUnlocked } from './walks/stored';

const STEP_S = 30;
const STORAGE = '(globalThis.browser ?? chrome).storage.local';
/** A page that may ask its own site and nothing else. */
const OWN_SITE = "default-src 'none'; connect-src 'self'";
export const LINE = '[data-show=clock-line]';
export const FOOT = '[data-do=check-clock]';

export interface ClockStage extends Stage {
  readonly clock: ClockSite;
  /** In front of the site's page, its list open, codes corrected by so many seconds. */
  open(answer: ClockAnswer, correctedS?: number): Promise<{ readonly page: View; readonly popup: View }>;
}

/** More than the popup has room for. */
const ISSUERS = [
  'Workbench',
  'Contoso',
  'GitHub',
  'Fabrikam',
  'Northwind',
  'Tailspin',
  'Adventure',
  'Proseware',
  'Litware',
];

/** The first account is that of the site, the second one of contoso.com. */
export async function setClockStage(kind: 'chromium' | 'firefox'): Promise<ClockStage> {
  const stage = await setStage(kind, { everyHostIsLocal: true });
  const clock = await serveClockSite();
  const sites = [new URL(clock.url).origin, 'contoso.com'];
  const accounts = ISSUERS.map((issuer, place) => boundAccount(place, issuer, sites.slice(place, place + 1)));
  await storeUnlocked(stage.browser, await sealAccounts(PASSPHRASE, accounts));
  return {
    ...stage,
    clock,
    open: async (answer, correctedS = 0) => {
      clock.answers({ policy: OWN_SITE, ...answer });
      const page = await stage.browser.openPage(clock.url);
      const popup = await stage.browser.openPopup();
      await popup.waitFor('[data-screen=list]');
      await correctBy(popup, correctedS);
      return { page, popup };
    },
    close: async () => {
      clock.close();
      await stage.close();
    },
  };
}

/** As if a site had been asked before. */
export async function correctBy(view: View, seconds: number): Promise<void> {
  const change = seconds === 0 ? "remove('clock')" : `set({ clock: ${seconds} })`;
  await view.evaluate(`${STORAGE}.${change}.then(() => null)`);
  await view.waitFor(seconds === 0 ? FOOT : LINE);
}

export async function storeAsCorrection(view: View, json: string): Promise<void> {
  await view.evaluate(`${STORAGE}.set({ clock: ${json} }).then(() => null)`);
}

/** What is stored as the correction; null where nothing is. */
export async function correctionIn(view: View): Promise<unknown> {
  return await view.evaluate(`${STORAGE}.get('clock').then(({ clock }) => clock ?? null)`);
}

/** To the check, by the foot of the list or by the line. */
export async function goToCheck(
  popup: View,
  entry: 'check-clock' | 'check-clock-again' = 'check-clock',
): Promise<void> {
  await popup.click(`[data-screen=list] [data-do=${entry}]`);
  await popup.waitFor('[data-screen=check-clock]');
}

export async function askForTime(popup: View, outcome: string): Promise<void> {
  await popup.click('[data-do=ask-time]');
  await popup.waitFor(`[data-screen=clock-checked][data-about=${outcome}]`);
}

/** The codes of the account at `place` by a clock `aheadS` ahead of this one, from `fromMs` to now. */
export function codesSince(place: number, fromMs: number, aheadS: number): readonly string[] {
  const codes = new Set<string>();
  for (const untilMs = Date.now(), at = { ms: fromMs }; ; at.ms += 1000) {
    codes.add(codeAt(place, Math.min(at.ms, untilMs) + aheadS * 1000));
    if (at.ms >= untilMs) return [...codes];
  }
}

/** The code that is shown, and the seconds it still has, are those of a clock `aheadS` ahead of this one. */
export async function codeToBe(view: View, place: number, aheadS: number): Promise<void> {
  const isRight = async () => {
    const fromMs = Date.now();
    const shown = (await view.text(`[data-account=account-${place}] [data-show=code]`)).replace(' ', '');
    return codesSince(place, fromMs, aheadS).includes(shown);
  };
  await expect.poll(isRight).toBe(true);
  // What is read and what is reckoned are a moment apart.
  const secondsOff = async () => {
    const left = Number(await view.text('[data-show=seconds]'));
    const over = (left + Math.floor(Date.now() / 1000) + aheadS) % STEP_S;
    return Math.min(Math.abs(over), STEP_S - Math.abs(over));
  };
  await expect.poll(secondsOff).toBeLessThanOrEqual(1);
}
