/** What the popup costs: to open beside two pages that do the least, while it stays open, and with every key of a search. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, CDPSession } from 'playwright-core';
import { type ChromiumBrowser, launchChromium } from '../e2e/rig/chromium';
import { addComparedPages, DONE, EMPTY, FLOOR } from './compared-pages';
import { openMeasured, taskMs, timeOpening } from './opening';
import type { Profile } from './profile';

const WARM_UPS = 3;
const ROUNDS = 15;
const MOST_TRIES = 3;
const OPEN_MS = 5000;

export interface Spread {
  readonly median: number;
  readonly quartiles: readonly [number, number];
}

export interface OpeningFigures {
  /** `empty` against itself; outside of 0.9 to 1.1 the run says nothing, and is made again. */
  readonly aa: number;
  readonly overEmpty: Spread;
  readonly overFloor: Spread | undefined;
  readonly emptyMs: number;
  readonly tries: number;
}

const ROWS = 12;

/** A browser with the extension and the compared pages in it, and as many accounts as the profile puts there. */
export async function stageFor(profile: Profile, extensionDir: string, accounts: number): Promise<Staged> {
  const folder = mkdtempSync(join(tmpdir(), 'halfminute-bench-'));
  cpSync(extensionDir, folder, { recursive: true });
  const browser = await launchChromium({ extensionDir: folder });
  try {
    const view = await browser.openTab(`${browser.extensionOrigin}/${profile.popup}`);
    await profile.seed(
      { evaluate: (source) => view.evaluate(source), type: (at, text) => view.type(at, text) },
      accounts,
    );
    await view.waitFor(profile.code);
    addComparedPages(folder, profile.popup, await firstBody(browser, profile));
    // Left open it would share a process, and its figures, with what is measured.
    await browser.openTab('about:blank');
    await browser.closeOtherTabs();
    return { browser, folder };
  } catch (error) {
    await endStage({ browser, folder });
    throw error;
  }
}

/** The page as it stands where the measuring of an opening ends, with twelve rows. */
async function firstBody(
  { context, extensionOrigin }: ChromiumBrowser,
  { popup, code, row }: Profile,
): Promise<string> {
  const page = await context.newPage();
  let keep = (_body: string) => {};
  const body = new Promise<string>((resolve) => {
    keep = resolve;
  });
  await page.exposeFunction('keepBody', (text: string) => keep(text));
  await page.addInitScript(`new MutationObserver((_, observer) => {
    if (document.querySelector(${JSON.stringify(code)}) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => {
      const body = document.body.cloneNode(true);
      const rows = [...body.querySelectorAll(${JSON.stringify(row)})];
      rows.slice(${ROWS}).forEach((one) => one.remove());
      for (let place = rows.length; place > 0 && place < ${ROWS}; place += 1) {
        const more = rows[place % rows.length].cloneNode(true);
        more.style.setProperty('--place', place);
        rows.at(-1).parentNode.append(more);
      }
      keepBody(body.innerHTML);
    }));
  }).observe(document, { childList: true, subtree: true, attributes: true });`);
  await page.goto(`${extensionOrigin}/${popup}`);
  return await body;
}

export interface Staged {
  readonly browser: ChromiumBrowser;
  readonly folder: string;
}

export async function endStage({ browser, folder }: Staged): Promise<void> {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

export async function measureOpening({ browser }: Staged, profile: Profile): Promise<OpeningFigures> {
  const at = (path: string) => `${browser.extensionOrigin}/${path}`;
  for (let tries = 1; ; tries += 1) {
    const rounds: Round[] = [];
    for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
      const { context } = browser;
      const empty = await timeOpening(context, at(EMPTY), DONE);
      const floor = profile.hasFloor ? await timeOpening(context, at(FLOOR), DONE) : Number.NaN;
      const ours = await timeOpening(context, at(profile.popup), profile.code);
      const again = await timeOpening(context, at(EMPTY), DONE);
      if (round >= WARM_UPS) rounds.push({ empty, floor, ours, again });
    }
    const aa = spreadOf(rounds.map(({ empty, again }) => again / empty)).median;
    if (tries < MOST_TRIES && (aa < 0.9 || aa > 1.1)) continue;
    return {
      aa,
      overEmpty: spreadOf(rounds.map(({ empty, again, ours }) => ours / ((empty + again) / 2))),
      overFloor: profile.hasFloor ? spreadOf(rounds.map(({ floor, ours }) => ours / floor)) : undefined,
      emptyMs: spreadOf(rounds.map(({ empty }) => empty)).median,
      tries,
    };
  }
}

interface Round {
  readonly empty: number;
  readonly floor: number;
  readonly ours: number;
  readonly again: number;
}

export interface OpenFigures {
  readonly cpuMsPerSecond: number;
  /** The same of the page that draws nothing, where one text changes every second. */
  readonly textMsPerSecond: number;
  readonly domNodes: number;
}

/** In the page that draws nothing. */
const COUNTING = `{
  const text = document.querySelector('[data-show=code]').firstChild;
  let seconds = 10;
  setInterval(() => (text.data = String((seconds += 1))), 1000);
}`;

/** What every second costs in which the popup merely stays open, and the nodes it is made of. */
export async function measureOpen({ browser }: Staged, profile: Profile): Promise<OpenFigures> {
  const { context, extensionOrigin } = browser;
  const { page, cdp } = await openMeasured(context, `${extensionOrigin}/${profile.popup}`, profile.code);
  const cpuMsPerSecond = await msPerSecond(cdp);
  const domNodes = await page.evaluate(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let nodes = 1;
    while (walker.nextNode() !== null) nodes += 1;
    return nodes;
  });
  await page.close();
  const still = await openMeasured(context, `${extensionOrigin}/${EMPTY}`, DONE);
  await still.page.evaluate(COUNTING.replace('[data-show=code]', profile.code));
  const textMsPerSecond = await msPerSecond(still.cdp);
  await still.page.close();
  return { cpuMsPerSecond, textMsPerSecond, domNodes };
}

async function msPerSecond(cdp: CDPSession): Promise<number> {
  // What is loaded behind the first drawing has come.
  await pause(3000);
  const seconds: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const before = await taskMs(cdp);
    await pause(OPEN_MS);
    seconds.push(((await taskMs(cdp)) - before) / (OPEN_MS / 1000));
  }
  return spreadOf(seconds).median;
}

/** Milliseconds of the main thread for one key of a search, the median of `keys`. */
export async function measureSearch({ browser }: Staged, profile: Profile, keys: readonly string[]): Promise<number> {
  const { context, extensionOrigin } = browser;
  const { page, cdp } = await openMeasured(context, `${extensionOrigin}/${profile.popup}`, profile.code);
  await pause(3000);
  const spent: number[] = [];
  for (const key of keys) {
    const before = await taskMs(cdp);
    await page.keyboard.press(key);
    await settled(context, page);
    spent.push((await taskMs(cdp)) - before);
  }
  await page.close();
  return spreadOf(spent).median;
}

async function settled(_context: BrowserContext, page: Awaited<ReturnType<BrowserContext['newPage']>>): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), quartiles: [at(0.25), at(0.75)] };
}
