/** What every end-to-end test starts from: the packed extension in a real browser, and the demo site. */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type RunningDemoSite, startDemoSite } from '../demo-login/server';
import { launchChromium } from './rig/chromium';
import type { ExtensionBrowser, LaunchOptions, View } from './rig/extension-browser';
import { launchFirefox } from './rig/firefox';
import type { Person } from './walks/journey';

const root = resolve(import.meta.dirname, '../..');

export interface Stage {
  readonly browser: ExtensionBrowser;
  readonly site: RunningDemoSite;
  readonly person: Person;
  close(): Promise<void>;
}

/** `windowSize` is in pixels of the screen, also where two of them make one of the page. */
export type StageOptions = Pick<
  LaunchOptions,
  'colorScheme' | 'deviceScaleFactor' | 'windowSize' | 'everyHostIsLocal' | 'netLogFile' | 'cameraFilm' | 'sharedTab'
>;

export async function setStage(kind: 'chromium' | 'firefox', options: StageOptions = {}): Promise<Stage> {
  const extensionDir = resolve(root, 'dist', kind === 'chromium' ? 'chrome' : 'firefox');
  if (!existsSync(join(extensionDir, 'manifest.json'))) throw new Error('Build the extension first: npm run build');
  const launch = kind === 'chromium' ? launchChromium : launchFirefox;
  // Each has the other's waits to work in.
  const [site, browser] = await Promise.all([startDemoSite({}), launch({ extensionDir, ...options })]);
  const [person] = site.people;
  if (person === undefined) throw new Error('The demo site has nobody to sign in.');
  return {
    browser,
    site,
    person,
    close: async () => {
      await Promise.all([browser.close(), site.stop()]);
    },
  };
}

/** Pictures of what a test saw, for a person to look at: test-results/screens. */
export async function picture(view: View, name: string): Promise<void> {
  const folder = resolve(root, 'test-results/screens');
  mkdirSync(folder, { recursive: true });
  await view.screenshot(join(folder, `${name}.png`));
}
