/** What a test asks the popup's list: its order, where the keys are, what was spoken. */
import { niceAccounts } from './nice-accounts';
import { eventually } from './rig/eventually';
import type { View } from './rig/extension-browser';

const ORDER = `[...document.querySelectorAll('.row')].sort((a, b) => a.ariaPosInSet - b.ariaPosInSet)
  .map((row) => row.querySelector('[data-show=issuer]').textContent)`;

export const order = async (view: View) => await view.evaluate<string[]>(ORDER);
export const focusedIssuer = async (view: View) =>
  await view.evaluate<string | null>(
    "document.activeElement.closest('.row')?.querySelector('[data-show=issuer]').textContent",
  );

export async function waitForOrder(view: View, ...first: string[]): Promise<void> {
  await eventually(
    async () => (await order(view)).slice(0, first.length).join() === first.join(),
    async () => `${first} in front of ${await order(view)}`,
  );
}

export async function waitForFocus(view: View, issuer: string): Promise<void> {
  await eventually(
    async () => (await focusedIssuer(view)) === issuer,
    async () => `the focus on ${issuer}, not on ${await focusedIssuer(view)}`,
  );
}

export async function waitForSpoken(view: View, words: RegExp): Promise<void> {
  const spoken = async () =>
    await view.evaluate<string | null>("document.querySelector('[data-show=spoken]')?.textContent ?? null");
  await eventually(
    async () => {
      const now = await spoken();
      return now !== null && words.test(now);
    },
    async () => `${words} to be spoken, not "${await spoken()}"`,
  );
}

export async function setLook(view: View, look: object): Promise<void> {
  await view.evaluate(`chrome.storage.local.set({ look: ${JSON.stringify(look)} })`);
}

/** The nice accounts, the timed ones among the first with these periods, in seconds. */
export function withPeriods(...periods: readonly number[]) {
  return niceAccounts().map((one, place) =>
    one.type === 'totp' ? { ...one, periodSeconds: periods[place] ?? 30 } : one,
  );
}
