/** What the preview offers for accounts that were scanned on pages of real hosts, without going there. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodeBase32 } from '../../src/otp/base32';
import { BELOW, edit, glance, isTicked, sitesIn } from './bound-sites';
import { KINDS } from './kinds';
import { evaluateInBackground } from './rig/beside';
import type { View } from './rig/extension-browser';
import { sealAccounts } from './seeded-vault';
import { type Stage, setStage } from './stage';
import { PASSPHRASE } from './walks/journey';
import { storeUnlocked } from './walks/stored';

const HOME = '[data-screen=list]';
const LABEL = 'a'.repeat(63);

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
    await storeUnlocked(stage.browser, await sealAccounts(PASSPHRASE, []));
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  /** Puts accounts there as a scan of pages on real hosts would, and opens the popup on them. */
  async function openFound(
    ...accounts: readonly { issuer?: string; label?: string; foundAt: string }[]
  ): Promise<View> {
    const plain = accounts.map((account, place) => ({
      ...{
        id: crypto.randomUUID(),
        type: 'totp',
        issuer: 'Contoso',
        label: `eva-${place}`,
        secret: encodeBase32(crypto.getRandomValues(new Uint8Array(10))),
      },
      ...{ algorithm: 'SHA1', digits: 6, periodSeconds: 30, addedMs: 1, unverified: true, ...account },
    }));
    const pending = JSON.stringify({ sealed: [], plain, atMs: Date.now() });
    await evaluateInBackground(stage.browser, `chrome.storage.session.set({ pending: ${pending} })`);
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-show=site], [data-show=looks-like]');
    return popup;
  }
  it('where a domain has many hosts, it is bound to all of them or to the one alone', async () => {
    const popup = await openFound({ foundAt: 'https://login.contoso.com' });
    expect(await popup.text('[data-show=site] .tick')).toBe('Fill its codes on contoso.com and all of its pages');
    expect(await popup.text('.site-narrow')).toBe('Only on login.contoso.com');
    expect(await popup.evaluate(BELOW)).toBeLessThanOrEqual(0);
    await glance(stage, popup, 'bind-preview-domain');
    await popup.click('[data-choice=narrow]');
    await popup.click('[data-do=save]');
    await edit(popup, 'eva-0');
    expect(await sitesIn(popup)).toEqual(['https://login.contoso.com']);
  });

  it('where a page only looks like the real site, that is said, and nothing is ticked', async () => {
    const popup = await openFound({ issuer: 'GitHub', label: 'fay', foundAt: 'https://github.co' });
    expect(await popup.text('[data-show=looks-like]')).toMatch(/only looks like github\.com\./);
    expect(await isTicked(popup, '[data-choice=bind]')).toBe(false);
    await glance(stage, popup, 'bind-preview-looks-like');
    await popup.click('[data-do=save]');
    await edit(popup, 'fay');
    expect(await sitesIn(popup)).toEqual([]);
    await stage.browser.closePopup();
    const many = await openFound(
      { issuer: 'GitHub', foundAt: 'https://github.co' },
      { foundAt: 'https://contoso.com' },
    );
    await glance(stage, many, 'bind-preview-many-looks-like');
    await many.click('[data-do=discard-all]');
    await many.waitFor(HOME);
  });

  it('the longest hosts fit, and other letters stand beside how they are really written', async () => {
    const long = { foundAt: `https://${LABEL}.${LABEL}.${LABEL}.example` };
    const letters = { foundAt: 'https://anmeldung.xn--bcher-kva.example' };
    const popup = await openFound(letters);
    expect(await popup.text('[data-show=site] .tick')).toContain('xn--bcher-kva.example (bücher.example)');
    await glance(stage, popup, 'bind-preview-letters');
    await popup.click('[data-do=discard]');
    await popup.waitFor(HOME);
    await stage.browser.closePopup();
    const wide = await openFound(long);
    await glance(stage, wide, 'bind-preview-long');
    await wide.click('[data-do=discard]');
    await wide.waitFor(HOME);
    await stage.browser.closePopup();
    const many = await openFound(long, letters);
    await glance(stage, many, 'bind-preview-many-long');
    await many.click('.incoming [data-do=edit]');
    await glance(stage, many, 'bind-preview-many-long-edit');
    await many.click('[data-do=discard-all]');
    await many.waitFor(HOME);
  });
});
