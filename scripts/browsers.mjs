// Where Chromium and Firefox are on this machine, and how to get them where they are not. Needs nothing installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const minuteMs = 60_000;

const programFolders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
  (folder) => folder !== undefined,
);

// Branded Chrome and Edge stand last: they ignore --load-extension, though they still take one over the debugging pipe.
const chromiumPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-for-testing',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ...programFolders.map((folder) => `${folder}\\Chromium\\Application\\chrome.exe`),
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...programFolders.map((folder) => `${folder}\\Google\\Chrome\\Application\\chrome.exe`),
  ...programFolders.map((folder) => `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`),
];

const firefoxPaths = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/usr/lib/firefox/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ...programFolders.map((folder) => `${folder}\\Mozilla Firefox\\firefox.exe`),
];

const hints = {
  Chromium:
    'Chromium was not found. Install it (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium), or name it in CHROME_PATH.',
  Firefox:
    'Firefox was not found. Install it (Debian: apt-get install firefox-esr; elsewhere: mozilla.org/firefox), or name it in FIREFOX_PATH.',
};

/** The path of a Chromium that can be started, or undefined. */
export function findChromium() {
  return findFirst(process.env.CHROME_PATH, [playwrightChromium(), ...chromiumPaths]);
}

/** The path of a Firefox that can be started, or undefined. */
export function findFirefox() {
  return findFirst(process.env.FIREFOX_PATH, firefoxPaths);
}

export function requireChromium() {
  return findChromium() ?? fail(hints.Chromium);
}

export function requireFirefox() {
  return findFirefox() ?? fail(hints.Firefox);
}

/** Finds the browsers, or installs what is missing in the ways this machine offers, and throws with a hint where none works. */
export async function ensureBrowsers({ say, firefox }) {
  const missing = () => [
    ...(findChromium() === undefined ? ['chromium'] : []),
    ...(firefox && findFirefox() === undefined ? ['firefox-esr'] : []),
  ];
  if (missing().length > 0 && canUseApt()) await installWithApt(missing(), say);
  if (missing().includes('chromium')) await installWithPlaywright(say);
  const chromium = requireChromium();
  return firefox ? { chromium, firefox: requireFirefox() } : { chromium };
}

// A path a person names is meant: where it is wrong, no other browser may quietly take its place.
function findFirst(named, paths) {
  if (named) return existsSync(named) ? named : undefined;
  return paths.find((path) => path !== undefined && existsSync(path) && !isSnapStub(path));
}

// Ubuntu's apt leaves a shell script at the usual place that only tells people to install the snap.
function isSnapStub(path) {
  if (!path.startsWith('/usr/bin/')) return false;
  const start = readFileSync(path, 'latin1').slice(0, 2000);
  return start.startsWith('#!') && start.includes('/snap/bin/');
}

function playwrightChromium() {
  try {
    return createRequire(import.meta.url)('playwright-core').chromium.executablePath();
  } catch {
    // Its package is not installed yet, or has no build for this system.
    return undefined;
  }
}

function canUseApt() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/etc/os-release')) return false;
  const release = readFileSync('/etc/os-release', 'utf8');
  return /^ID(_LIKE)?="?debian/m.test(release) && !/^ID="?ubuntu/m.test(release) && existsSync('/usr/bin/apt-get');
}

async function installWithApt(packages, say) {
  say(`Installing ${packages.join(' and ')} with apt-get`);
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', [...options, 'update'], { env, timeoutMs: 10 * minuteMs, say });
  await run('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...packages], {
    env,
    timeoutMs: 20 * minuteMs,
    say,
  });
}

async function installWithPlaywright(say) {
  const cli = resolve(root, 'node_modules/playwright-core/cli.js');
  if (!existsSync(cli)) return;
  say('Downloading Chromium with Playwright');
  await run(process.execPath, [cli, 'install', '--no-shell', 'chromium'], { timeoutMs: 5 * minuteMs, say });
}

// Says why a way did not work and goes on: another may, and whether the browser is there is looked up afterwards.
async function run(command, args, { env = process.env, timeoutMs, say }) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: timeoutMs });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint = (complaint + text).slice(-600);
  });
  const outcome = await new Promise((settle) => {
    child.on('error', (error) => settle(error.message));
    child.on('close', (status, signal) => settle(signal ? 'it took too long' : status === 0 ? '' : gist(complaint)));
  });
  if (outcome !== '') say(`That did not work: ${outcome}`);
}

// The line that names the error, out of a stack or a log.
function gist(complaint) {
  const lines = complaint.trim().split('\n');
  return lines.findLast((line) => /^E: |Error: /.test(line)) ?? lines.at(-1);
}

function fail(hint) {
  throw new Error(hint);
}
