// npm start: sets itself up, builds Halfminute, starts the demo site, and opens a browser with both. Without a display it
// plays the whole journey by itself, says each step, and leaves a picture of each in a folder it names.
import { resolve } from 'node:path';
import { ensureBrowsers } from './browsers.mjs';
import { hasDisplay } from './display.mjs';
import { ensurePackages, requireNode } from './set-up.mjs';

const root = resolve(import.meta.dirname, '..');
const say = (text) => console.log(text);

try {
  requireNode();
  ensurePackages(say);
  await ensureBrowsers({ say, firefox: false });
  const { buildExtension } = await import('./build.mjs');
  await buildExtension(say);
  const { load } = await import('./run.mjs');
  const isHeadless = process.argv.includes('--headless') || !hasDisplay();
  const { playJourney, openByHand } = await load('test/e2e/start.ts');
  process.exitCode = isHeadless
    ? await playJourney({
        say,
        extensionDir: resolve(root, 'dist/chrome'),
        pictureDir: resolve(root, 'test-results/journey'),
      })
    : await openByHand({ say, extensionDir: resolve(root, 'dist/chrome') });
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
