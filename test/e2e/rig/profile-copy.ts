/** A profile as it was when its browser had ended, put back as often as it is wanted. */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtensionBrowser } from './extension-browser';
import { makeTemporaryProfile } from './temporary-profile';

export interface ProfileCopy {
  /** Ends the browser where it runs, so that nothing of it writes any more; `restart` starts it with the profile of then. */
  putBack(): Promise<void>;
  remove(): void;
}

/** Ends the browser in good order and copies its profile. */
export async function endAndCopyProfile(browser: ExtensionBrowser): Promise<ProfileCopy> {
  await browser.end();
  const copy = makeTemporaryProfile(`${browser.kind}-copy`);
  cpSync(browser.profilePath, copy.path, { recursive: true });
  return {
    putBack: async () => {
      await browser.end();
      for (const name of readdirSync(browser.profilePath))
        rmSync(join(browser.profilePath, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      cpSync(copy.path, browser.profilePath, { recursive: true });
    },
    remove: () => copy.remove(),
  };
}
