/** Pictures that a person gives: chosen, dropped, pasted; in the settings and in the real popup. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeMigration } from '../importers/migration-writer';
import { heic, png } from '../scan/picture-bytes';
import { vaultWithNewerContent } from './future-vaults';
import { KINDS } from './kinds';
import {
  animatedGif,
  choosePictures,
  codePicture,
  drop,
  emptyPicture,
  pastePictures,
  pasteText,
  pngOf,
  remarksIn,
} from './made-pictures';
import type { View } from './rig/extension-browser';
import { seedVault } from './seeded-vault';
import { picture, type Stage, setStage } from './stage';
import { CONTOSO, GITHUB, unlock } from './walks/accounts';
import { openSettings } from './walks/backup-screens';
import { PASSPHRASE } from './walks/journey';
import { openWith } from './walks/screens';
import { storeItems } from './walks/stored';
import { leaveHalfminute, openUnlocked, openUnlockedSettings } from './walks/unlocked';

const COUNTED = 'otpauth://hotp/Fabrikam:ben?secret=KRUGS4ZANFZSAYJA&issuer=Fabrikam&counter=7';
const WEB = 'https://example.com/help';
const codePng = (text: string) => pngOf(codePicture(text));
const words = (text: string) => Buffer.from(text);
const exported = ['one', 'two', 'three'].map((name, index) =>
  codePng(writeMigration([{ name, issuer: 'Exported' }], { size: 3, index, id: 77 })),
);
const [partOne = words(''), partTwo = words(''), partThree = words('')] = exported;

/** What the popup takes behind its first drawing has come. */
const READY = ':root[data-drags]';

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const labels = async (view: View, rows: string) =>
    (
      await view.evaluate<string[]>(
        `[...document.querySelectorAll('${rows} [data-show=label]')].map((one) => one.innerText)`,
      )
    ).sort();
  const waiting = async (view: View) =>
    await view.evaluate<object>("chrome.storage.session.get('pending').then((all) => all)");
  const emptySettings = async (section = 'add') => {
    await leaveHalfminute(stage);
    await storeItems(stage.browser, {});
    return await openSettings(stage.browser, section);
  };

  it('several files at once: accounts wait, the rest is told file by file, and saving makes the first vault', async () => {
    const page = await emptySettings();
    await choosePictures(page, {
      'enrol.png': codePng(GITHUB),
      'counted.png': codePng(COUNTED),
      'web.png': codePng(WEB),
      'no code.png': pngOf(emptyPicture()),
      'part 1.png': partOne,
      'part 3.png': partThree,
      'part 2.png': partTwo,
    });
    await page.waitFor('[data-show=preview-many]');
    expect(await labels(page, '.incoming')).toEqual(['ben', 'octocat', 'one', 'three', 'two']);
    expect(await remarksIn(page)).toEqual({
      'web.png': `A web link: ${WEB}`,
      'no code.png': expect.stringMatching(/^No QR code was found in this picture/),
    });
    // An export that came whole is not said to lack a part.
    expect(await page.text('[data-show=notice]')).toBe(
      'Ready to be saved: 3 accounts. All 3 parts of the export were scanned.',
    );
    await picture(page, `${kind}-pictures-preview`);
    await page.click('[data-do=save-all]');
    await page.type('[data-show=first-passphrase] [data-field=passphrase]', PASSPHRASE);
    await page.click('[data-do=create]');
    await page.waitForText('[data-show=notice]', 'Saved: 5 accounts.');
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list][data-count="5"]');
    expect(await labels(popup, '.row')).toEqual(['ben', 'octocat', 'one', 'three', 'two']);
  });

  it('bad files are told apart, take nothing with them and leave the page as it was; the first frame of a GIF counts', async () => {
    const page = await emptySettings();
    const sound = codePng(GITHUB);
    await choosePictures(page, {
      'empty.png': words(''),
      'phone.heic': heic('heic', 'mif1'),
      'drawing.svg': words('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'),
      'letter.pdf': words('%PDF-1.7\n1 0 obj'),
      'huge.png': png(20_000, 20_000),
      'torn.png': sound.subarray(0, sound.length >> 1),
      'torn early.png': sound.subarray(0, 20),
      'notes.txt': words('milk, bread'),
    });
    expect(await page.text('[data-show=error]')).toMatch(/^No account was found/);
    expect(await remarksIn(page)).toEqual({
      'empty.png': expect.stringMatching(/^This file is empty/),
      'phone.heic': expect.stringMatching(/^This is a HEIC picture/),
      'drawing.svg': expect.stringMatching(/^This is an SVG drawing/),
      'letter.pdf': expect.stringMatching(/^This is a PDF/),
      'huge.png': expect.stringMatching(/more pixels than Halfminute searches/),
      // Firefox shows as much of it as there is.
      'torn.png': expect.stringMatching(/^The browser could not open this picture|^Only a part of a QR code shows/),
      'torn early.png': expect.stringMatching(/^This picture ends in the middle/),
      'notes.txt': expect.stringMatching(/^This file is no picture/),
    });
    await picture(page, `${kind}-pictures-bad`);
    expect(await waiting(page)).toEqual({});
    await page.click('[data-do=link]');
    await page.waitFor('[data-field=link]');
    await choosePictures(page, { 'moving.gif': animatedGif(codePicture(GITHUB), emptyPicture()) });
    expect(await page.value('[data-show=preview] [data-field=issuer]')).toBe('GitHub');
    expect(await page.has('[data-show=remarks]')).toBe(false);
  });

  it('dropped anywhere on the settings, pasted there and in the popup: what enrols waits', async () => {
    const page = await emptySettings('appearance');
    expect(await drop(page, { 'dropped.png': codePng(GITHUB), 'web.png': codePng(WEB) })).toBe(true);
    // While those are still looked at.
    expect(await drop(page, { 'dropped too.png': codePng(COUNTED), 'no code.png': pngOf(emptyPicture()) })).toBe(true);
    await page.waitFor('[data-screen=add] [data-show=preview-many] [data-show=remarks] li:nth-child(2)');
    expect(await labels(page, '.incoming')).toEqual(['ben', 'octocat']);
    expect(Object.keys(await remarksIn(page))).toEqual(['web.png', 'no code.png']);
    await page.click('[data-do=discard-all]');
    await page.waitFor('[data-do=choose-pictures]');
    expect(await drop(page, { 'dropped.png': codePng(GITHUB) })).toBe(true);
    await page.waitFor('[data-show=preview]');
    expect(await pastePictures(page, { 'image.png': codePng(CONTOSO) })).toBe(true);
    await page.waitFor('[data-show=preview-many]');
    expect(await labels(page, '.incoming')).toEqual(['anna', 'octocat']);
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=preview-many] .incoming:nth-child(2)');
    await popup.waitFor(READY);
    expect(await pastePictures(popup, { 'image.png': codePng(COUNTED) })).toBe(true);
    await popup.waitFor('[data-screen=preview-many] .incoming:nth-child(3)');
    expect(await drop(popup, { 'web.png': codePng(WEB) })).toBe(true);
    expect(await popup.text('[data-screen=nothing-found] [data-show=error]')).toMatch(/^No account was found/);
    expect(await remarksIn(popup)).toEqual({ 'web.png': `A web link: ${WEB}` });
    await popup.click('[data-do=cancel]');
    await popup.waitFor('[data-screen=preview-many] .incoming:nth-child(3)');
  });

  it('text pasted into the popup outside a field: a link comes to its preview, rubbish to the field and the reason', async () => {
    const popup = await openWith(stage, {});
    await popup.waitFor('[data-screen=welcome]');
    await popup.waitFor(READY);
    expect(await pasteText(popup, 'not a link at all')).toBe(true);
    expect(await popup.text('[data-screen=paste] [data-show=error]')).toMatch(/./);
    await picture(popup, `${kind}-pasted-rubbish`);
    expect(await pasteText(popup, GITHUB)).toBe(true);
    expect(await popup.value('[data-screen=preview] [data-field=issuer]')).toBe('GitHub');
  });

  it('while locked: pictures are refused with a sentence, wherever they come, and what waited still waits', async () => {
    const page = await openUnlockedSettings(stage, await seedVault(PASSPHRASE, 1), 'add');
    await page.waitFor('[data-do=choose-pictures]');
    await choosePictures(page, { 'enrol.png': codePng(CONTOSO) });
    await page.waitFor('[data-show=preview]');
    const popup = await stage.browser.openPopup();
    await popup.click('[data-do=lock]');
    await popup.waitFor('[data-screen=locked]');
    const before = await waiting(popup);
    expect(await drop(popup, { 'dropped.png': codePng(GITHUB) })).toBe(true);
    expect(await popup.text('[data-show=error]')).toMatch(/^Unlock Halfminute first/);
    await stage.browser.closePopup();
    await page.click('[data-do=open-appearance]');
    await page.waitFor('[data-screen=appearance]');
    expect(await drop(page, { 'dropped.png': codePng(GITHUB) })).toBe(true);
    await page.waitFor('[data-screen=add] [data-show=locked]');
    expect(await page.text('[data-show=error]')).toMatch(/^Unlock Halfminute first/);
    expect(await waiting(page)).toEqual(before);
    await unlock(page);
    expect(await page.value('[data-show=preview] [data-field=issuer]')).toBe('Contoso');
  });

  it('into a vault that can only be read: nothing comes to wait for what cannot be done', async () => {
    const popup = await openUnlocked(stage, await vaultWithNewerContent(PASSPHRASE));
    await drop(popup, { 'dropped.png': codePng(CONTOSO) });
    await pasteText(popup, GITHUB);
    expect(await popup.text('[data-screen=list] [data-show=error]')).toMatch(/newer Halfminute/);
    const page = await openSettings(stage.browser, 'add');
    await drop(page, { 'dropped.png': codePng(CONTOSO) });
    expect(await page.text('[data-show=error]')).toMatch(/newer Halfminute/);
    expect(await waiting(page)).toEqual({});
  });
});
