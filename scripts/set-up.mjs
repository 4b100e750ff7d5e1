// What both commands need before anything else: the right Node, and the packages of the lock file. Needs nothing installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(
    `Halfminute needs Node 20.19 or newer; this is ${process.version}. Install it from nodejs.org or with your package manager.`,
  );
}

/** Installs exactly what package-lock.json names, unless that is what is there already. */
export function ensurePackages(say) {
  if (isInstalled()) return;
  say('Installing the packages of package-lock.json (npm ci)');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error('The packages could not be installed. Check the connection to the npm registry and run it again.');
}

// npm writes what it installed to node_modules/.package-lock.json, in the form of the lock file without its root.
function isInstalled() {
  const marker = resolve(root, 'node_modules/.package-lock.json');
  if (!existsSync(marker)) return false;
  const wanted = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(marker, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}
