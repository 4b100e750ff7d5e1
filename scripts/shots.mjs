// Takes the pictures in docs/screens: every screen of the popup and the settings, light and dark, in Chromium: npm run shots
import { resolve } from 'node:path';
import { ensureBrowsers } from './browsers.mjs';
import { ensurePackages, requireNode } from './set-up.mjs';

const root = resolve(import.meta.dirname, '..');

try {
  requireNode();
  ensurePackages(console.log);
  await ensureBrowsers({ say: console.log, firefox: false });
  const { buildExtension } = await import('./build.mjs');
  await buildExtension();
  const { load } = await import('./run.mjs');
  const { takeShots } = await load('test/e2e/shots.ts');
  await takeShots(resolve(root, 'docs/screens'), console.log);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
