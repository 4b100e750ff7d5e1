/** What a scan or a paste comes to in the popup where it is not the one account that was hoped for. */
import { migrationUri } from '../../demo-login/gallery/migration';
import { sample, sampleAccount } from '../../demo-login/gallery/sample';
import type { CodePage } from '../code-page';
import { niceAccounts } from '../nice-accounts';
import type { View } from '../rig/extension-browser';
import { ODD_NAMES, seedVault } from '../seeded-vault';
import type { Stage } from '../stage';
import { CONTOSO, dropText, GITHUB, stallWorkers } from './accounts';
import { PASSPHRASE } from './journey';
import type { Look } from './screens';
import { storeItems } from './stored';
import { leaveHalfminute, openUnlocked } from './unlocked';

const WEB_ADDRESS = 'https://workbench.example/get-the-app?from=two-factor-settings&platform=any';
const WIFI = 'WIFI:T:WPA;S:Workbench guests;P:not-for-display;;';
const TURNED_TEXT = `Meeting room 4, second floor.\u202e Please ring \u2066twice. ${'Mind the step! '.repeat(20)}`;
const EXPORT = { accounts: ['Elm Electric', 'Fig Florist', 'Fir Fitness'].map((name) => sampleAccount(name)) };

/** Why nothing came in, each with another sentence on the same screen; a search that takes long; a choice. */
export async function scanAnswers(stage: Stage, codes: CodePage, look: Look): Promise<void> {
  const { browser, site } = stage;
  await leaveHalfminute(stage);
  await storeItems(browser, {});
  const scanned = async (url: string): Promise<View> => {
    await browser.closePopup();
    await browser.openPage(url);
    const popup = await browser.openPopup();
    await popup.click('[data-do=scan]');
    return popup;
  };
  const answers = [
    ['web-address', WEB_ADDRESS],
    ['wifi', WIFI],
    ['text', TURNED_TEXT],
  ] as const;
  for (const [name, text] of answers) {
    codes.show(text);
    const popup = await scanned(codes.url);
    await popup.waitFor('[data-screen=nothing-found][data-why=no-enrolment-code]');
    await look(popup, `nothing-found-${name}`);
  }
  const cutOff = await scanned(`${site.url}/gallery/qr/cut-off-in-box`);
  await cutOff.waitFor('[data-screen=nothing-found][data-why=cut-off]');
  await look(cutOff, 'nothing-found-cut-off');
  codes.show('https://workbench.example/', CONTOSO, migrationUri({ ...EXPORT, size: 2, index: 0, id: 7 }));
  const choice = await scanned(codes.url);
  await choice.waitFor('[data-screen=chooser] image');
  await look(choice, 'choose-export');
  const part = await scanned(`${site.url}/gallery/qr/export-part-1`);
  await part.waitFor('[data-screen=preview-many] [data-show=parts-missing]');
  await look(part, 'preview-export-part');
  await part.click('[data-do=discard-all]');
  await part.waitFor('[data-screen=welcome]');
  await stallWorkers(part);
  await part.click('[data-do=scan]');
  await part.waitFor('[data-show=still-looking]');
  await look(part, 'still-looking');
  await part.click('[data-do=cancel-scan]');
  await pastedErrors(part, look);
  await browser.closePopup();
}

async function pastedErrors(popup: View, look: Look): Promise<void> {
  await popup.click('[data-do=paste]');
  const errors = [
    ['rubbish', 'the code from the letter', /neither a set-up link/],
    ['code', '492 039', /a code, not the key/],
    ['web-address', 'https://workbench.example/two-factor', /a web address/],
  ] as const;
  for (const [name, text, says] of errors) {
    await popup.type('[data-field=link]', text);
    await popup.click('[data-do=continue]');
    await popup.waitForText('[data-show=error]', says);
    await look(popup, `paste-${name}`);
  }
}

const uri = (issuer: string, label: string, secret: string) =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(label)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;

/** Beside new ones the same as is here, one with another's names, names too long, one twice. */
const SEVERAL = [
  GITHUB,
  uri('Fabrikam', 'ml-2041', 'KRUGS4ZANFZSAYJA'),
  uri(ODD_NAMES[0]?.issuer ?? '', ODD_NAMES[0]?.label ?? '', 'GEZDGNBVGY3TQOJQ'),
  sample('Juniper Mail').uri,
  sample('Juniper Mail').uri,
  sample('Lotus Library').uri,
];
const ROW_OF_LOTUS = `.incoming:nth-child(${SEVERAL.length})`;

/** Leaves the preview of 30. */
export async function severalAccounts(stage: Stage, look: Look, glance: Look): Promise<View> {
  const popup = await openUnlocked(stage, await seedVault(PASSPHRASE, 0, niceAccounts()));
  await dropText(popup, SEVERAL.join('\n'));
  await popup.waitFor(`[data-screen=preview-many] ${ROW_OF_LOTUS}`);
  await look(popup, 'preview-many');
  await popup.click(`${ROW_OF_LOTUS} [data-do=edit]`);
  await popup.waitFor(`${ROW_OF_LOTUS} [data-field=issuer]`);
  await glance(popup, 'preview-many-edit');
  await popup.click('[data-do=discard-all]');
  await popup.waitFor('[data-screen=list]');
  const thirty = Array.from({ length: 30 }, (_, place) => sample(`Service ${place + 1}`).uri);
  await dropText(popup, thirty.join('\n'));
  await popup.waitFor('[data-screen=preview-many] .incoming:nth-child(30)');
  await glance(popup, 'preview-30');
  return popup;
}
