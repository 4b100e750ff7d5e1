/** A browser with one account that is bound to sites, pages under any host name, and an ear for its codes at all of them. */
import { storedFrom } from '../../../src/vault/account';
import { hotp, stepAt } from '../../demo-login/totp';
import { type NamedSite, serveNamedSite } from '../named-site';
import type { ExtensionBrowser, View } from '../rig/extension-browser';
import { type SeededItems, sealAccounts } from '../seeded-vault';
import { type Stage, setStage } from '../stage';
import { PASSPHRASE } from '../walks/journey';
import { popupToClose } from '../walks/popup-keys';
import { storeUnlocked } from '../walks/stored';

const SECRET = Uint8Array.from({ length: 20 }, (_, place) => (place * 53 + 11) % 256);
const ACCOUNT = '6f1c2a90-3b7d-4e58-9a41-c0d7e2b8f613';
/** The row's own button for what is to be done with the code. */
export const act = (name: 'fill' | 'copy') => `[data-account="${ACCOUNT}"] [data-do=${name}]`;

/** The screen in front of the list, or the bad news in it, once there is either. */
const said = `new Promise((resolve) => {
  const look = () => {
    const screen = document.querySelector('[data-screen]')?.dataset.screen ?? '';
    const words = screen === 'list' ? (document.querySelector('[data-show=error]')?.textContent ?? '') : screen;
    if (words !== '') resolve(words);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  look();
})`;

export class BoundStage {
  readonly #stage: Stage;
  readonly site: NamedSite;
  readonly #sinceMs = Date.now();

  private constructor(stage: Stage, site: NamedSite) {
    this.#stage = stage;
    this.site = site;
  }

  /** The account is bound to contoso.com; to the same host and others over http, where they are this machine's. */
  static async set(kind: ExtensionBrowser['kind']): Promise<BoundStage> {
    const site = await serveNamedSite();
    site.show({ '*': 'Nothing' });
    const stage = await setStage(kind, { everyHostIsLocal: true });
    const { browser } = stage;
    const local = ['127.0.0.1', 'localhost'].map((host) => new URL(site.plainAt(host)).origin);
    const items = await sealAccount(['contoso.com', ...local]);
    await browser.openPage(site.at('contoso.com'));
    await storeUnlocked(browser, items);
    return new BoundStage(stage, site);
  }

  get browser(): ExtensionBrowser {
    return this.#stage.browser;
  }

  async close(): Promise<void> {
    await this.#stage.close();
    this.site.close();
  }

  /** The list, for the tab in front. */
  async openList(): Promise<View> {
    const popup = await this.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    return popup;
  }

  /** Clicks Fill and returns what came of it: 'filled', or where the popup is then and what it says. */
  async fill(popup: View): Promise<string> {
    await popup.click(act('fill'));
    return await this.outcome(popup);
  }

  async outcome(popup: View): Promise<string> {
    try {
      return await popup.evaluate<string>(said);
    } catch {
      await popupToClose(this.browser);
      return 'filled';
    }
  }

  /** Every code of the account from its first page on until a moment from now. */
  codes(): readonly string[] {
    const [first, last] = [stepAt(this.#sinceMs) - 1, stepAt(Date.now()) + 2];
    return Array.from({ length: last - first + 1 }, (_, place) => hotp(SECRET, first + place));
  }

  /** Those among `texts` that a code stands in, or the digits of one with something between. */
  withCode(texts: readonly string[]): readonly string[] {
    const codes = this.codes();
    return texts.filter((text) => codes.some((code) => text.includes(code) || digitsOf(text).includes(code)));
  }

  /** What any host but `host` was asked or sent that a code stands in. */
  heardElsewhere(host: string): readonly string[] {
    const others = this.site.heard.filter((one) => one.host !== host);
    return this.withCode(others.map(({ path, body }) => `${path} ${body}`));
  }
}

function digitsOf(text: string): string {
  return text.replace(/[\s"',-]/g, '');
}

async function sealAccount(sites: readonly string[]): Promise<SeededItems> {
  const names = { issuer: 'Contoso', label: 'anna@contoso.com' };
  const parameters = { type: 'totp', secret: SECRET, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
  const account = storedFrom({ ...names, ...parameters }, ACCOUNT, Date.now());
  return await sealAccounts(PASSPHRASE, [{ ...account, sites: sites.map((site) => ({ site })) }]);
}
