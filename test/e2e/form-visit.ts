/** One form of the demo site's gallery, opened as a person opens it and filled from the real popup. */
import english from '../../src/_locales/en/messages.json' with { type: 'json' };
import type { AccountDetails } from '../../src/otp/otp';
import type { Expected, FormItem } from '../demo-login/forms/item';
import { hotp, stepAt } from '../demo-login/totp';
import { FORM_REPORT, type FormReport, valuesWith } from '../in-page/form-report';
import { eventually } from './rig/eventually';
import type { View } from './rig/extension-browser';
import { seedVault } from './seeded-vault';
import type { Stage } from './stage';
import { PASSPHRASE } from './walks/journey';
import { openUnlocked } from './walks/unlocked';

const SECRET = Uint8Array.from({ length: 20 }, (_, byte) => byte * 11 + 7);
const ACCOUNT: AccountDetails = {
  issuer: 'Form gallery',
  label: 'mira@gallery.example',
  type: 'totp',
  secret: SECRET,
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
};

const SENTENCES: readonly (readonly [Expected['kind'], string])[] = [
  ['no-field', english.errorNoField.message],
  ['several-fields', english.errorSeveralFields.message],
  ['occupied', english.errorOccupied.message],
  ['wrong-page', english.errorWrongPage.message],
];

/** Halfminute unlocked, with the one account, which is bound to the demo site at 127.0.0.1. */
export async function openBoundVault(stage: Stage): Promise<void> {
  const account = { ...ACCOUNT, sites: [{ site: stage.site.url }] };
  await openUnlocked(stage, await seedVault(PASSPHRASE, 0, [account]));
  await stage.browser.closePopup();
}

export async function openForm({ browser, site }: Stage, { id, at }: FormItem): Promise<View> {
  const page = await browser.openPage(`${site.url.replace('127.0.0.1', at ?? '127.0.0.1')}/gallery/forms/${id}`);
  // The browser gives the focus with its next drawing.
  await eventually(
    () => page.evaluate<boolean>('[null, document.activeElement].includes(document.querySelector("[autofocus]"))'),
    () => `${id} to have its focus`,
  );
  return page;
}

export async function reportOf(page: View): Promise<FormReport> {
  return await page.evaluate<FormReport>(FORM_REPORT);
}

/** Presses Fill in the popup; answers what came of it, as far as a person is told: the sentence where it is an unknown one. */
export async function fillFromPopup({ browser }: Stage, page: View): Promise<string> {
  const popup = await browser.openPopup();
  await popup.waitFor('[data-account] [data-do=fill]');
  // What comes late comes late from here on.
  await page.evaluate('document.querySelector("[data-do=start]")?.click()');
  await popup.click('[data-account] [data-do=fill]');
  return await eventually(
    async () => ((await browser.isPopupOpen()) ? await failureIn(popup) : 'filled'),
    () => 'an answer to Fill',
  );
}

async function failureIn(popup: View): Promise<string | undefined> {
  try {
    if (await popup.has('[data-screen=other-site]')) return 'other-site';
    if (!(await popup.has('[data-show=error]'))) return undefined;
    const said = await popup.text('[data-show=error]');
    return SENTENCES.find(([, sentence]) => said.includes(sentence))?.[0] ?? said;
  } catch {
    // It closes while it is asked: the next look will tell.
    return undefined;
  }
}

/** What all fields should hold now: with whichever code of about now is there, if one is. */
export function expectedValues({ expects }: FormItem, before: FormReport, after: FormReport): FormReport['values'] {
  if (expects.kind !== 'filled') return before.values;
  const steps = [-1, 0, 1].map((away) => stepAt(Date.now()) + away);
  const possible = steps.map((step) => valuesWith(hotp(SECRET, step), expects.into));
  const typed = possible.find((values) => expects.into.every(({ field }) => values[field] === after.values[field]));
  return { ...before.values, ...(typed ?? possible[1]) };
}
