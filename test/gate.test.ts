/** The gate guarded: each promise is broken in a copy of the packed manifest, and the gate must notice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import chromeManifest from '../manifest.json' with { type: 'json' };
import { manifestProblems } from '../scripts/gate.mjs';
import { firefoxManifest } from '../vite.config';

const folders: string[] = [];

function problemsOf(manifest: object, files: Record<string, string> = {}): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'halfminute-gate-'));
  folders.push(folder);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return manifestProblems(folder);
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('T1: the gate', () => {
  it('lets our two manifests pass', () => {
    expect(problemsOf(chromeManifest)).toEqual([]);
    expect(problemsOf(firefoxManifest(chromeManifest))).toEqual([]);
  });

  it.each([
    { host_permissions: ['https://example.com/*'] },
    { optional_permissions: ['tabs'] },
    { optional_host_permissions: ['<all_urls>'] },
    { content_scripts: [{ matches: ['https://example.com/*'], js: ['a.js'] }] },
    { web_accessible_resources: [{ resources: ['a.js'], matches: ['<all_urls>'] }] },
    { sandbox: { pages: ['a.html'] } },
    { permissions: [...chromeManifest.permissions, 'tabs'] },
    { externally_connectable: { ids: ['*'] } },
    { incognito: 'split' },
    { content_security_policy: { extension_pages: "default-src 'self'; connect-src http://localhost:5173" } },
    { homepage_url: 'http://localhost:5173' },
  ])('stops %j', (change) => expect(problemsOf({ ...chromeManifest, ...change })).not.toEqual([]));

  it('stops a source map', () =>
    expect(problemsOf(chromeManifest, { 'a.js.map': '{}' })).toEqual(['a.js.map is a source map']));
});
