/**
 * SIGKILL in the middle of writes, in real Chromium: a page takes code after code of a counted account, each of them a
 * commit, and the browser is killed somewhere between two or within one. Afterwards no code may come twice.
 */
import { resolve } from 'node:path';
import { seededRandom } from '../scan/pictures';
import { newSeed } from '../seed';
import { COUNTED, takeCodes, witnessCode } from './counted-account';
import { type ChromiumBrowser, launchChromium } from './rig/chromium';
import type { View } from './rig/extension-browser';
import { pasteLink, unlock } from './walks/accounts';
import { saveWithPassphrase } from './walks/journey';

export interface KillRounds {
  readonly rounds: number;
  /** Commits that a page had been told were saved, and that were gone after the kill. */
  readonly lostAcknowledged: number;
  /** Commits that nobody was told of and that were there: the kill fell between the write and the answer. */
  readonly unanswered: number;
}

const MOST_BEFORE = 12;
const MOST_MS_WITHIN = 40;

export async function killRounds(count: number, say: (line: string) => void): Promise<KillRounds> {
  const random = seededRandom(newSeed('kills', say));
  const browser = await launchChromium({ extensionDir: resolve('dist/chrome') });
  try {
    const page = await openPage(browser);
    await pasteLink(page, COUNTED);
    await saveWithPassphrase(page);
    let next = 0;
    let lostAcknowledged = 0;
    let unanswered = 0;
    for (let round = 1; round <= count; round += 1) {
      const before = await killedWhileTaking(browser, round === 1 ? page : await unlocked(browser), next, random);
      const found = await nextCounter(await unlocked(browser), before);
      lostAcknowledged += Math.max(0, before - found);
      unanswered += Math.max(0, found - before);
      next = found + 1;
      if (round % 10 === 0 || round === count) say(`${round} kills, ${next} commits, ${lostAcknowledged} lost`);
    }
    return { rounds: count, lostAcknowledged, unanswered };
  } finally {
    await browser.close();
  }
}

/** Answers the counter that comes next as far as the page was told. The browser runs again afterwards. */
async function killedWhileTaking(
  browser: ChromiumBrowser,
  page: View,
  from: number,
  random: () => number,
): Promise<number> {
  let next = from;
  const last = from + Math.ceil(random() * MOST_BEFORE);
  for (; next < last; next += 1) {
    const [code] = await takeCodes(page, 1);
    if (code !== witnessCode(next)) throw new Error(`The code at ${next} came out of turn.`);
  }
  let isTold = false;
  const within = takeCodes(page, 1).then(
    () => {
      isTold = true;
    },
    () => undefined,
  );
  // Where the kill falls is the point: no condition could be awaited.
  await Promise.race([within, new Promise((done) => setTimeout(done, random() * MOST_MS_WITHIN))]);
  await browser.kill();
  await within;
  await browser.restart();
  return isTold ? next + 1 : next;
}

/** The counter of the code that comes next, taken: more than one further than expected would be a third state. */
async function nextCounter(page: View, expected: number): Promise<number> {
  const [code] = await takeCodes(page, 1);
  for (let counter = 0; counter <= expected + 1; counter += 1) if (witnessCode(counter) === code) return counter;
  throw new Error(`After a kill at ${expected} the next code is none of those before it, nor of the two after.`);
}

async function openPage(browser: ChromiumBrowser): Promise<View> {
  return await browser.openTab(`${browser.extensionOrigin}/popup/index.html`);
}

async function unlocked(browser: ChromiumBrowser): Promise<View> {
  const page = await openPage(browser);
  await page.waitFor('[data-screen=locked], [data-screen=list]');
  if (await page.has('[data-screen=locked]')) await unlock(page);
  await page.waitFor('[data-do=next-code]');
  return page;
}
