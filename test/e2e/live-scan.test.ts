/** Codes held before a camera, in the settings. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMigration } from '../importers/migration-writer';
import { KINDS } from './kinds';
import {
  filmOf,
  HEIGHT,
  liveStates,
  playScenes,
  type Scene,
  type SeenOutline,
  sceneOf,
  seenOutlines,
  showScene,
  WIDTH,
  watchPage,
} from './live-pictures';
import { eventually } from './rig/eventually';
import type { View } from './rig/extension-browser';
import { picture, type Stage, setStage } from './stage';
import { GITHUB } from './walks/accounts';
import { openSettings } from './walks/backup-screens';
import { PASSPHRASE } from './walks/journey';
import { leaveHalfminute } from './walks/screens';
import { storeItems } from './walks/stored';

const WEB = 'https://example.com/help';
const filmed = sceneOf(GITHUB);
const exported = ['one', 'two', 'three'].map((name, index) =>
  sceneOf(writeMigration([{ name, issuer: 'Exported' }], { size: 3, index, id: 78 })),
);

async function emptySettings(stage: Stage): Promise<View> {
  await leaveHalfminute(stage);
  await storeItems(stage.browser, {});
  return await openSettings(stage.browser, 'add');
}

async function expectOutlineOn(page: View, { corners }: Scene, kind: SeenOutline['kind']): Promise<void> {
  const seen = (await seenOutlines(page)).filter((outline) => outline.kind === kind);
  expect(seen.length).toBeGreaterThan(0);
  for (const outline of seen) {
    expect(outline).toMatchObject({ width: WIDTH, height: HEIGHT });
    for (const [place, { x, y }] of corners.entries()) {
      const [seenX = Number.NaN, seenY = Number.NaN] = outline.corners[place] ?? [];
      expect(Math.hypot(seenX - x, seenY - y)).toBeLessThan(6);
    }
  }
}

describe.each(KINDS)('%s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'halfminute-film-'));
  let stage: Stage;
  beforeAll(async () => {
    const cameraFilm = join(folder, 'film.y4m');
    writeFileSync(cameraFilm, filmOf(filmed));
    stage = await setStage(kind, { isOwnBrowser: true, cameraFilm });
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const openCamera = async (page: View) => {
    await watchPage(page);
    await page.click('[data-do=camera]');
    await page.waitFor('[data-show=live] video');
  };
  const playing = async (page: View) =>
    await eventually(
      async () => await page.evaluate<boolean>("document.querySelector('[data-show=live] video').videoWidth > 0"),
      () => 'the video to play',
    );
  const scenesBefore = async (...scenes: Scene[]) => {
    const page = await emptySettings(stage);
    await playScenes(page, scenes);
    await openCamera(page);
    return page;
  };

  it.runIf(kind === 'chromium')('a film before its own camera: the account waits, the camera is off', async () => {
    const page = await emptySettings(stage);
    await openCamera(page);
    expect(await page.value('[data-show=preview] [data-field=issuer]')).toBe('GitHub');
    await expect.poll(() => liveStates(page)).toEqual(['ended']);
    await expectOutlineOn(page, filmed, 'enrols');
  });

  it.runIf(kind === 'firefox')(
    'its own camera, which shows no code: says that it looks, until it is stopped',
    async () => {
      const page = await emptySettings(stage);
      await openCamera(page);
      await playing(page);
      expect(await page.text('[data-show=live-says]')).toMatch(/^Looking for a code/);
      expect(await liveStates(page)).toEqual(['live']);
      await page.click('[data-do=stop-live]');
      await page.waitFor('[data-do=camera]');
      await expect.poll(() => liveStates(page)).toEqual(['ended']);
    },
  );

  it('an enrolment code is outlined and waits; a code of another kind is named, and watching goes on', async () => {
    const scenes = [sceneOf(WEB), sceneOf(GITHUB)] as const;
    const page = await scenesBefore(...scenes);
    await page.waitForText('[data-show=live-says]', `A web link: ${WEB}`);
    await picture(page, `${kind}-live-other`);
    await expectOutlineOn(page, scenes[0], 'other');
    // The drawing lies on the video.
    const place = (target: string) =>
      `JSON.stringify(document.querySelector('.live ${target}').getBoundingClientRect())`;
    expect(await page.evaluate(place('svg'))).toBe(await page.evaluate(place('video')));
    expect(await liveStates(page)).toEqual(['live']);
    await showScene(page, 1);
    expect(await page.value('[data-show=preview] [data-field=issuer]')).toBe('GitHub');
    await expect.poll(() => liveStates(page)).toEqual(['ended']);
    await expectOutlineOn(page, scenes[1], 'enrols');
  });

  it('an export comes part by part, with the camera on until all are there', async () => {
    const page = await scenesBefore(...exported);
    await page.waitForText('[data-show=live] [data-show=parts-missing]', 'Still missing: parts 2 and 3 of 3.');
    await showScene(page, 1);
    await page.waitForText('[data-show=live] [data-show=parts-missing]', 'Still missing: part 3 of 3.');
    await picture(page, `${kind}-live-export`);
    // What is said and the button that ends it are in sight, without scrolling.
    const below = "document.querySelector('[data-do=stop-live]').getBoundingClientRect().bottom - innerHeight";
    expect(await page.evaluate(below)).toBeLessThan(1);
    expect(await liveStates(page)).toEqual(['live']);
    await showScene(page, 2);
    await page.waitFor('[data-show=preview-many] .incoming:nth-child(3)');
    expect(await page.text('[data-show=notice]')).toMatch(/All 3 parts of the export were scanned/);
    await expect.poll(() => liveStates(page)).toEqual(['ended']);
  });

  it('stopped in the middle of an export: the camera is off, what came waits; another account ends the next look', async () => {
    const page = await scenesBefore(...exported.slice(0, 1), sceneOf(GITHUB));
    await page.waitForText('[data-show=live] [data-show=parts-missing]', 'Still missing');
    await page.click('[data-do=stop-live]');
    await page.waitFor('[data-show=preview]');
    expect(await page.text('[data-show=parts-missing]')).toMatch(/parts 2 and 3 of 3/);
    await expect.poll(() => liveStates(page)).toEqual(['ended']);
    await page.click('[data-do=save]');
    await page.type('[data-field=passphrase]', PASSPHRASE);
    await page.click('[data-do=create]');
    await page.waitForText('[data-show=notice]', 'Saved');
    await showScene(page, 1);
    await page.click('[data-do=camera]');
    expect(await page.value('[data-show=preview] [data-field=issuer]')).toBe('GitHub');
    await expect.poll(() => liveStates(page)).toEqual(['ended', 'ended']);
  });

  it('left for another section: the camera is off', async () => {
    const page = await scenesBefore(sceneOf(WEB));
    await playing(page);
    await page.click('[data-do=open-about]');
    await page.waitFor('[data-screen=about]');
    await expect.poll(() => liveStates(page)).toEqual(['ended']);
  });

  it('stopped before its first picture or before the browser was answered: nothing comes of it', async () => {
    const page = await emptySettings(stage);
    // A canvas on which nobody draws.
    await page.evaluate(`void (navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement('canvas');
      canvas.getContext('2d');
      return canvas.captureStream(0);
    })`);
    await openCamera(page);
    await page.click('[data-do=stop-live]');
    await page.waitFor('[data-do=camera]');
    await page.evaluate(`void (navigator.mediaDevices.getUserMedia = () => new Promise((_, refuse) => {
      window.testRefuse = () => refuse(new DOMException('', 'NotAllowedError'));
    }))`);
    await page.click('[data-do=camera]');
    await page.click('[data-do=stop-live]');
    await page.click('[data-do=link]');
    await page.waitFor('[data-field=link]');
    await page.evaluate('window.testRefuse()');
    await page.type('[data-field=link]', GITHUB);
    await page.click('[data-do=continue]');
    expect(await page.value('[data-show=preview] [data-field=issuer]')).toBe('GitHub');
    expect(await page.has('[data-show=error]')).toBe(false);
  });

  // The page's own camera answers as the browser does: a question that nobody answers can't be put in a test.
  it.each([
    ['NotAllowedError', /was not allowed to, or nothing was chosen/],
    ['NotFoundError', /^No camera was found/],
    ['NotReadableError', /^The picture could not be shown/],
  ])('%s: a sentence, and the way in is there again', async (name, sentence) => {
    const page = await emptySettings(stage);
    await page.evaluate(
      `void (navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', '${name}'); })`,
    );
    await page.click('[data-do=camera]');
    expect(await page.text('[data-show=error]')).toMatch(sentence);
    await page.waitFor('[data-do=camera]');
    expect(await page.has('[data-show=live]')).toBe(false);
  });
});
