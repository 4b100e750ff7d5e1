/** What pages hand the person as a file: both browsers save it, without asking, in a folder of the profile. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './eventually';
import type { ExtensionBrowser } from './extension-browser';

export interface Download {
  readonly name: string;
  readonly bytes: Buffer;
}

export function downloadsFolder(profilePath: string): string {
  return join(profilePath, 'downloads');
}

export function emptyDownloads(profilePath: string): void {
  rmSync(downloadsFolder(profilePath), { recursive: true, force: true });
}

/** The file that the browser saves because of `act`, once it is whole. */
export async function downloadAfter(browser: ExtensionBrowser, act: () => Promise<unknown>): Promise<Download> {
  const folder = downloadsFolder(browser.profilePath);
  const files = () => (existsSync(folder) ? readdirSync(folder) : []);
  const before = new Set(files());
  await act();
  let last: string | undefined;
  const name = await eventually(
    () => {
      const added = files().filter((file) => !before.has(file));
      // Firefox keeps the place of the file with an empty one until the file is whole, and writes it under a name of its own.
      const sizeOf = (file: string) => statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0;
      const whole = added.filter((file) => !/\.(crdownload|part)$/.test(file) && sizeOf(file) > 0);
      const [found] = added.length === 1 ? whole : [];
      const isSettled = found !== undefined && found === last;
      last = found;
      return isSettled ? found : undefined;
    },
    () => `a saved file; there are ${files()}`,
  );
  const bytes = readFileSync(join(folder, name));
  // Chromium would write the next one of this name over it, and nothing new would be seen.
  rmSync(join(folder, name));
  return { name, bytes };
}
