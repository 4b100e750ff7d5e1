import { join } from 'node:path';
import { launchChromium } from './chromium';
import type { ExtensionBrowser, LaunchOptions } from './extension-browser';
import { launchFirefox } from './firefox';
import { writeFixtureExtension } from './fixture-extension';

export type Kind = ExtensionBrowser['kind'];

/** A browser with the fixture extension, which is written into `folder`. */
export function launchFixture(
  kind: Kind,
  folder: string,
  options: Omit<LaunchOptions, 'extensionDir'>,
): Promise<ExtensionBrowser> {
  const target = kind === 'chromium' ? 'chrome' : 'firefox';
  const extensionDir = writeFixtureExtension(join(folder, target), target);
  const launch = kind === 'chromium' ? launchChromium : launchFirefox;
  return launch({ extensionDir, ...options });
}
