/** How an extension is measured: which of its pages, what in it is a code, and how accounts get into it. */
import { seedVault } from '../e2e/seeded-vault';
import { PASSPHRASE } from '../e2e/walks/journey';

export interface SeededPage {
  evaluate<T>(source: string): Promise<T>;
  type(selector: string, text: string): Promise<void>;
}

export interface Profile {
  /** The path of the page that the toolbar opens. */
  readonly popup: string;
  /** A selector of the first code. */
  readonly code: string;
  /** Whether test/bench/floor.js can open what it stores. */
  readonly hasFloor: boolean;
  /** A selector of what shows one account: the page that draws nothing gets twelve of them as they are. */
  readonly row: string;
  /** Puts so many accounts into storage from a page of the extension, and leaves it so that the page shows codes. */
  seed(page: SeededPage, accounts: number): Promise<void>;
}

export const OURS: Profile = {
  popup: 'popup/index.html',
  code: '[data-show=code]',
  hasFloor: true,
  row: '[data-account]',
  seed: async (page, accounts) => {
    await page.evaluate(`chrome.storage.local.set(${JSON.stringify(await seedVault(PASSPHRASE, accounts))})`);
    await page.type('[data-field=passphrase]', PASSPHRASE);
    await page.evaluate("document.querySelector('[data-do=unlock]').click()");
  },
};
