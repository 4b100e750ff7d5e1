/** What every end-to-end test starts from: the packed extension in a real browser, and the demo site. */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type RunningDemoSite, startDemoSite } from '../demo-login/server';
import { CHEAP_PASSWORDS } from '../demo-login/tests/cheap-passwords';
import type { ExtensionBrowser, LaunchOptions, View } from './rig/extension-browser';
import { lendBrowser } from './rig/lent-browsers';
import type { Person } from './walks/journey';

const root = resolve(import.meta.dirname, '../..');

export interface Stage {
  readonly browser: ExtensionBrowser;
  readonly site: RunningDemoSite;
  readonly person: Person;
  close(): Promise<void>;
}

export type StageOptions = Pick<
  LaunchOptions,
  'colorScheme' | 'deviceScaleFactor' | 'windowSize' | 'everyHostIsLocal' | 'netLogFile' | 'cameraFilm' | 'sharedTab'
> & {
  /** For tests of starting, ending, killing, restarting or the profile: a browser of their own, gone when they close it. */
  readonly isOwnBrowser?: boolean;
};

/** `windowSize` is in pixels of the screen, also where two of them make one of the page. */
export async function setStage(kind: 'chromium' | 'firefox', options: StageOptions = {}): Promise<Stage> {
  const extensionDir = resolve(root, 'dist', kind === 'chromium' ? 'chrome' : 'firefox');
  if (!existsSync(join(extensionDir, 'manifest.json'))) throw new Error('Build the extension first: npm run build');
  const { isOwnBrowser = false, ...launch } = options;
  // Each can work while the other waits.
  const [site, lent] = await Promise.all([
    startDemoSite({ passwordCost: CHEAP_PASSWORDS }),
    lendBrowser(kind, { extensionDir, ...launch }, isOwnBrowser),
  ]);
  const [person] = site.people;
  if (person === undefined) throw new Error('The demo site has nobody to sign in.');
  return {
    browser: lent.browser,
    site,
    person,
    close: async () => {
      await lent.giveBack();
      await site.stop();
    },
  };
}

/** Pictures of what a test saw, for a person to look at: test-results/screens. Only the long run takes them: each costs as much as a step. */
export async function picture(view: View, name: string): Promise<void> {
  if (process.env['HALFMINUTE_TIER'] !== 'long') return;
  const folder = resolve(root, 'test-results/screens');
  mkdirSync(folder, { recursive: true });
  await view.screenshot(join(folder, `${name}.png`));
}
