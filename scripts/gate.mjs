// What the packed extension promises never to hold. The build refuses to finish when one of these is broken.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PERMISSIONS = ['activeTab', 'alarms', 'contextMenus', 'idle', 'scripting', 'storage', 'unlimitedStorage'];
const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self'; font-src 'self'; connect-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'; object-src 'none'";
const FORBIDDEN_KEYS = [
  'host_permissions',
  'optional_permissions',
  'optional_host_permissions',
  'content_scripts',
  'web_accessible_resources',
  'sandbox',
  'key',
  'update_url',
];

/** Sentences, one for each promise the unpacked extension in `folder` breaks; none means it may be packed. */
export function manifestProblems(folder) {
  const text = readFileSync(resolve(folder, 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text);
  const problems = [];
  for (const key of FORBIDDEN_KEYS) if (key in manifest) problems.push(`the manifest has "${key}"`);
  for (const permission of manifest.permissions ?? []) {
    if (!PERMISSIONS.includes(permission)) problems.push(`the permission "${permission}" is not one of ours`);
  }
  if (manifest.content_security_policy?.extension_pages !== CSP) problems.push('the content security policy changed');
  if (manifest.incognito !== 'spanning') problems.push('incognito is not "spanning"');
  if (manifest.externally_connectable && JSON.stringify(manifest.externally_connectable) !== '{"ids":[]}') {
    problems.push('other extensions or pages may connect');
  }
  if (/localhost|127\.0\.0\.1|<all_urls>|\*:\/\//.test(text)) problems.push('the manifest names a host');
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (file.isFile() && file.name.endsWith('.map')) problems.push(`${file.name} is a source map`);
  }
  return problems;
}
