/**
 * What an unlock costs beside the passphrase itself: in one page of the packed extension in real Chromium, Argon2id alone in
 * its worker and the whole way from the click to the first code, in turns. Wall time, since both wait for a worker.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { launchChromium } from '../e2e/rig/chromium';
import type { View } from '../e2e/rig/extension-browser';
import { seedVault } from '../e2e/seeded-vault';
import { PASSPHRASE } from '../e2e/walks/journey';

/** Medians over the rounds, in milliseconds. */
export interface UnlockFigures {
  readonly accounts: number;
  readonly argon2idMs: number;
  /** From the click until the vault is open and its key kept. */
  readonly openMs: number;
  /** From the click to the first code on the screen. */
  readonly codeMs: number;
}

interface Timed {
  readonly open: number;
  readonly code: number;
}

const WARM_UPS = 2;
const ROUNDS = 11;

export async function measureUnlock(accounts: number): Promise<UnlockFigures> {
  const browser = await launchChromium({ extensionDir: resolve('dist/chrome') });
  try {
    const page = await browser.openTab(`${browser.extensionOrigin}/popup/index.html`);
    await page.waitFor('[data-screen=welcome]');
    await page.evaluate(`chrome.storage.local.set(${JSON.stringify(await seedVault(PASSPHRASE, accounts))})`);
    await page.waitFor('[data-screen=locked]');
    const rounds: (Timed & { readonly argon2id: number })[] = [];
    // The first unlock also makes the mirror: it is among the warm-ups.
    for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
      const both = { argon2id: await timeArgon2id(page), ...(await timeUnlock(page)) };
      if (round >= WARM_UPS) rounds.push(both);
      await page.evaluate("chrome.storage.session.remove('unlocked')");
      await page.waitFor('[data-screen=locked]');
    }
    return {
      accounts,
      argon2idMs: median(rounds.map(({ argon2id }) => argon2id)),
      openMs: median(rounds.map(({ open }) => open)),
      codeMs: median(rounds.map(({ code }) => code)),
    };
  } finally {
    await browser.close();
  }
}

async function timeUnlock(page: View): Promise<Timed> {
  await page.type('[data-field=passphrase]', PASSPHRASE);
  return await page.evaluate<Timed>(`new Promise((done) => {
    const start = performance.now();
    let open = Number.NaN;
    chrome.storage.session.onChanged.addListener(function opened(changes) {
      if (changes.unlocked?.newValue === undefined) return;
      open = performance.now() - start;
      chrome.storage.session.onChanged.removeListener(opened);
    });
    new MutationObserver((_, observer) => {
      if (document.querySelector('[data-show=code]') === null) return;
      observer.disconnect();
      done({ open, code: performance.now() - start });
    }).observe(document.body, { childList: true, subtree: true });
    document.querySelector('[data-do=unlock]').click();
  })`);
}

/** In a new worker, at the cost of a slot made today, as an unlock does it. */
async function timeArgon2id(page: View): Promise<number> {
  const worker = readdirSync(resolve('dist/chrome/assets')).find((name) => name.startsWith('kdf-worker'));
  return await page.evaluate<number>(`new Promise((done) => {
    const start = performance.now();
    const worker = new Worker('/assets/${worker}', { type: 'module' });
    worker.onmessage = () => {
      done(performance.now() - start);
      worker.terminate();
    };
    const parameters = { memoryKib: 65536, passes: 3, lanes: 1, salt: new Uint8Array(16) };
    worker.postMessage({ id: 1, passphrase: new Uint8Array(28).fill(7), parameters });
  })`);
}

function median(values: readonly number[]): number {
  return Math.round([...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN);
}
