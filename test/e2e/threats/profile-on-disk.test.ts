/**
 * T7: somebody has the profile's folder. What was enrolled was never on a page in the clear: the only place where its
 * secret could come from is Halfminute.
 */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeBase32 } from '../../demo-login/base32';
import { agreeOnce } from '../agree-once';
import { type CodeFieldPage, serveCodeFieldPage } from '../code-field-page';
import { type CodePage, serveCodePage } from '../code-page';
import { KINDS } from '../kinds';
import { downloadAfter } from '../rig/downloads';
import type { View } from '../rig/extension-browser';
import { FirefoxBrowser } from '../rig/firefox';
import { type Stage, setStage } from '../stage';
import { chooseThisDeviceOnly, pasteLink } from '../walks/accounts';
import { openSettings } from '../walks/backup-screens';
import { PASSPHRASE, saveWithPassphrase } from '../walks/journey';
import { type Needle, needlesForBytes, needlesForText, searchProfile } from './profile-search';

interface Enrolled {
  readonly secret: Uint8Array;
  readonly link: string;
  readonly label: string;
}

function newAccount(): Enrolled {
  const secret = randomBytes(20);
  const label = `person-${randomBytes(6).toString('hex')}@example.com`;
  return { secret, label, link: `otpauth://totp/Example:${label}?secret=${encodeBase32(secret)}&issuer=Example` };
}

const vaultKeyOf = async (view: View) =>
  Buffer.from(
    await view.evaluate<string>("chrome.storage.session.get('unlocked').then(({ unlocked }) => unlocked.key)"),
    'base64',
  );

/** Something that surely lies in the profile, for the search to find: in both domains, by the extension's own hand. */
const plant = (mark: string) => `Promise.all([
  chrome.storage.local.set({ planted: '${mark}-local' }),
  new Promise((done, fail) => {
    const opening = indexedDB.open('planted');
    opening.onupgradeneeded = () => opening.result.createObjectStore('words').put('${mark}-database', 'words');
    opening.onsuccess = () => { opening.result.close(); done(); };
    opening.onerror = fail;
  }),
]).then(() => null)`;

// A person's Firefox writes down every 15 seconds what its tabs hold.
const writeSessionDown = `
  const load = (name) => ChromeUtils.importESModule('resource:///modules/sessionstore/' + name + '.sys.mjs')[name];
  await load('TabStateFlusher').flushWindow(window);
  await load('SessionSaver').run();
`;

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let codes: CodePage;
  let field: CodeFieldPage;
  beforeEach(async () => {
    stage = await setStage(kind, { isOwnBrowser: true });
    codes = await serveCodePage();
    field = await serveCodeFieldPage();
  });
  afterEach(async () => {
    await stage?.close();
    codes.close();
    field.close();
  });

  const scan = async ({ link }: Enrolled) => {
    codes.show(link);
    await stage.browser.openPage(codes.url);
    const popup = await stage.browser.openPopup();
    await popup.click('[data-do=scan]');
    await popup.waitFor('[data-screen=preview]');
    return popup;
  };
  const typeByHand = async (popup: View, { secret, label }: Enrolled) => {
    await popup.click('[data-do=paste]');
    await popup.click('[data-do=manual]');
    await popup.type('[data-field=label]', label);
    await popup.type(
      '[data-field=secret]',
      (
        encodeBase32(secret)
          .toLowerCase()
          .match(/.{1,4}/g) ?? []
      ).join(' '),
    );
    await popup.click('[data-do=continue]');
    await popup.waitFor('[data-screen=preview]');
  };
  const useCodes = async () => {
    const page = await stage.browser.openTab(field.url);
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    await popup.click('[data-do=copy]');
    await popup.waitForText('[data-show=notice]', 'Copied');
    await popup.click('[data-do=fill]');
    await agreeOnce(page, popup);
    await page.waitForValue('[name=otp]', /^\d{6}$/);
    await stage.browser.closePopup();
  };
  const forms = (accounts: readonly Enrolled[]): readonly Needle[] => [
    ...needlesForText('a link', 'otpauth://totp/Example'),
    ...accounts.flatMap(({ secret, label }, place) => [
      ...needlesForBytes(`secret ${place}`, secret),
      ...needlesForText(`label ${place}`, label),
      ...needlesForText(`label ${place}`, encodeURIComponent(label), 'in a link'),
    ]),
  ];

  it('T7: a vault under a passphrase leaves no secret, link, name, passphrase or key, crash and lock included', async () => {
    const [scanned, pasted, typed, waiting] = [newAccount(), newAccount(), newAccount(), newAccount()];
    const mark = `planted-${randomBytes(12).toString('hex')}`;
    const popup = await scan(scanned);
    await saveWithPassphrase(popup);
    await pasteLink(popup, pasted.link);
    await popup.click('[data-do=save]');
    await popup.waitFor('[data-screen=list][data-count="2"]');
    await typeByHand(popup, typed);
    await popup.click('[data-do=save]');
    await popup.waitFor('[data-screen=list][data-count="3"]');
    await popup.click('[data-do=edit]');
    await popup.type('[data-field=issuer]', 'Renamed');
    await popup.click('[data-do=save]');
    await popup.waitForText('[data-show=issuer]', 'Renamed');
    const vaultKey = await vaultKeyOf(popup);
    expect(vaultKey).toHaveLength(32);
    await popup.evaluate(plant(mark));
    await stage.browser.closePopup();
    await useCodes();
    await pasteLink(await stage.browser.openPopup(), waiting.link);
    const needles = [
      ...forms([scanned, pasted, typed, waiting]),
      ...needlesForText('the passphrase', PASSPHRASE),
      ...needlesForBytes('the vault key', vaultKey),
    ];
    const expectNothing = (...alsoPlanted: string[]) => {
      const { files, finds } = searchProfile(stage.browser.profilePath, needles);
      expect(finds).toEqual([]);
      expect(files).toBeGreaterThan(20);
      const places = ['local', 'database', ...alsoPlanted];
      const planted = places.flatMap((place) => needlesForText(place, `${mark}-${place}`));
      const found = searchProfile(stage.browser.profilePath, planted).finds.map((find) => find.split(' ')[0]);
      expect(new Set(found)).toEqual(new Set(places));
    };

    await stage.browser.kill();
    expectNothing();

    await stage.browser.restart();
    // What a browser remembers of the fields in its tabs, it remembers of this one.
    await (await stage.browser.openPage(field.url)).type('[name=note]', `${mark}-note`);
    const options = await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html`);
    await options.waitFor('[data-show=locked]');
    await options.click('[data-do=show-passphrase]');
    await options.type('[data-field=passphrase]', PASSPHRASE);
    if (stage.browser instanceof FirefoxBrowser) await stage.browser.marionette.runInBrowser(writeSessionDown);
    await stage.browser.kill();
    expectNothing(...(kind === 'firefox' ? ['note'] : []));

    await stage.browser.restart();
    const again = await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html`);
    await again.click('[data-do=show-passphrase]');
    await again.type('[data-field=passphrase]', PASSPHRASE);
    await again.click('[data-do=unlock]');
    await again.click('.account:nth-child(2) [data-do=edit]');
    await again.waitForValue('[data-field=label]', pasted.label);
    expect(await vaultKeyOf(again)).toEqual(vaultKey);
    const backup = await openSettings(stage.browser, 'backup');
    await backup.click('[data-do=make-backup]');
    await backup.click('[data-do=show-passphrase]');
    await backup.type('[data-field=passphrase]', PASSPHRASE);
    const file = await downloadAfter(stage.browser, () => backup.click('[data-do=continue]'));
    expect(file.name).toMatch(/^halfminute-.*\.json$/);
    expect(file.bytes.toString()).toContain('argon2id');
    await backup.click('[data-do=have-file]');
    await backup.waitFor('[data-show=notice]');
    await useCodes();
    const last = await stage.browser.openPopup();
    await last.click('[data-do=lock]');
    await last.waitFor('[data-screen=locked]');
    await stage.browser.end();
    expectNothing();
  });

  it('T7: a vault of this device only leaves no secret, link, name or vault key; its own key lies there, as documented', async () => {
    const [scanned, pasted] = [newAccount(), newAccount()];
    const popup = await scan(scanned);
    await chooseThisDeviceOnly(popup);
    await pasteLink(popup, pasted.link);
    await popup.click('[data-do=save]');
    await popup.waitFor('[data-screen=list][data-count="2"]');
    const vaultKey = await vaultKeyOf(popup);
    const deviceKey = await popup.evaluate<string>(`new Promise((done, fail) => {
      const opening = indexedDB.open('halfminute-device');
      opening.onsuccess = () => {
        const reading = opening.result.transaction('keys').objectStore('keys').get('device');
        reading.onsuccess = () => done(reading.result);
      };
      opening.onerror = fail;
    })`);
    await stage.browser.closePopup();
    await useCodes();
    const needles = [...forms([scanned, pasted]), ...needlesForBytes('the vault key', vaultKey)];
    await stage.browser.kill();
    expect(searchProfile(stage.browser.profilePath, needles).finds).toEqual([]);
    await stage.browser.restart();
    await stage.browser.openPage(field.url);
    await (await stage.browser.openPopup()).waitFor('[data-screen=list][data-count="2"]');
    await stage.browser.end();
    expect(searchProfile(stage.browser.profilePath, needles).finds).toEqual([]);
    const own = needlesForText('the key of this device', deviceKey);
    expect(searchProfile(stage.browser.profilePath, own).finds.length).toBeGreaterThan(1);
  });
});
