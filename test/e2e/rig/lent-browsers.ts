// One browser for all test files of a worker that start with the same options: starting one costs more than most tests.
// Between two files it is put back to the state of a fresh one; one that cannot be is replaced.
import { launchChromium } from './chromium';
import { bounded } from './eventually';
import type { ExtensionBrowser, LaunchOptions } from './extension-browser';
import { launchFirefox } from './firefox';

export interface LentBrowser {
  readonly browser: ExtensionBrowser;
  giveBack(): Promise<void>;
}

const MOST_RESET_MS = 60_000;

const launchers = { chromium: launchChromium, firefox: launchFirefox };

/** Those that wait for the next test file, by the options they were started with. They end with the process. */
const waiting = new Map<string, ExtensionBrowser>();

/** With `isOwn`, a browser that nobody used before and nobody will use after. */
export async function lendBrowser(
  kind: ExtensionBrowser['kind'],
  options: LaunchOptions,
  isOwn = false,
): Promise<LentBrowser> {
  if (isOwn) {
    const browser = await launchers[kind](options);
    return { browser, giveBack: () => browser.close() };
  }
  const key = JSON.stringify([kind, Object.entries(options).sort()]);
  const known = waiting.get(key);
  waiting.delete(key);
  const browser = known ?? (await launchers[kind](options));
  return { browser, giveBack: () => keep(key, browser) };
}

async function keep(key: string, browser: ExtensionBrowser): Promise<void> {
  // Two may have been lent at once; one is enough to keep.
  if (waiting.has(key)) return await browser.close();
  try {
    await bounded(browser.reset(), MOST_RESET_MS, 'the browser to be put back');
    waiting.set(key, browser);
  } catch (error) {
    process.stderr.write(`A browser could not be put back and is replaced: ${String(error)}\n`);
    await browser.close();
  }
}
