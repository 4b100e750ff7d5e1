import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeExit } from './exit-guard';

export interface TemporaryProfile {
  readonly path: string;
  remove(): void;
}

/** A fresh folder for a browser's profile, gone at the latest when this process ends. */
export function makeTemporaryProfile(browser: string): TemporaryProfile {
  const path = mkdtempSync(join(tmpdir(), `halfminute-${browser}-`));
  // A browser that is being killed may still write for a moment.
  const erase = () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const forget = beforeExit(erase);
  return {
    path,
    remove: () => {
      forget();
      erase();
    },
  };
}
