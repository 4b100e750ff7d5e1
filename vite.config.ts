import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import chromeManifest from './manifest.json' with { type: 'json' };
import { inPage } from './scripts/in-page.mjs';
import { issuerIcons } from './scripts/issuer-icons.mjs';
import { polyfillModule } from './scripts/polyfill-module.mjs';
import { compileAhead, drawnWithScripts, openingGroup } from './scripts/popup-chunk.mjs';

export type Target = 'chrome' | 'firefox';

/** The Firefox form of the one manifest: an event page instead of a worker, its own id, and no key it would warn about. */
export function firefoxManifest(manifest: typeof chromeManifest) {
  const { minimum_chrome_version, externally_connectable, background, ...shared } = manifest;
  return {
    ...shared,
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'halfminute@halfminute.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

/** The languages live in src/_locales; the browser wants them at the package's root. */
function localesAtRoot(): Plugin {
  const folder = new URL('src/_locales/', import.meta.url);
  return {
    name: 'halfminute:locales',
    apply: 'build',
    generateBundle() {
      for (const language of readdirSync(folder)) {
        const fileName = `_locales/${language}/messages.json`;
        const file = new URL(`${language}/messages.json`, folder);
        const source = readFileSync(file, 'utf8');
        const mistake = jsonMistake(source);
        if (mistake !== undefined) this.error({ ...mistake, id: fileURLToPath(file) });
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

/** What keeps `text` from being JSON, and the line of it where the engine names the place. */
function jsonMistake(text: string) {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    const [, position] = /position (\d+)/.exec(message) ?? [];
    if (position === undefined) return { message };
    return { message, loc: { line: text.slice(0, Number(position)).split('\n').length, column: 0 } };
  }
}

export default defineConfig((): UserConfig => {
  const target: Target = process.env['HALFMINUTE_TARGET'] === 'firefox' ? 'firefox' : 'chrome';
  const manifest = target === 'firefox' ? firefoxManifest(chromeManifest) : chromeManifest;
  return {
    plugins: [
      crx({ manifest: manifest as ManifestV3Export, browser: target }),
      inPage(),
      issuerIcons(),
      polyfillModule(),
      drawnWithScripts(),
      localesAtRoot(),
    ],
    publicDir: false,
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      sourcemap: false,
      modulePreload: {
        polyfill: false,
        // Files of the package are found as they are asked for: only a page's own are named in front, and style sheets.
        resolveDependencies: (_url, files, { hostType }) =>
          hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
      },
      target: target === 'firefox' ? 'firefox142' : 'chrome127',
      // Long texts that tldts names once would stand in the package three times.
      rolldownOptions: {
        optimization: { inlineConst: false },
        output: { codeSplitting: { groups: [openingGroup()] }, postBanner: compileAhead },
      },
      // A font or picture inlined as data: would be stopped by the content security policy.
      assetsInlineLimit: 0,
    },
    worker: { format: 'es' },
  };
});
