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
  const erase = () => eraseFolder(path);
  const forget = beforeExit(erase);
  return {
    path,
    remove: () => {
      forget();
      erase();
    },
  };
}

/** A browser that is being killed may still write for a moment, and Node tries a folder again without looking into it again. */
function eraseFolder(path: string): void {
  for (let tries = 1; ; tries += 1) {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
      return;
    } catch (error) {
      if (tries === 10) throw error;
    }
  }
}
