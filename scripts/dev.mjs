// npm run dev [-- --firefox] [--port N] [--no-browser]: builds the extension into dist/dev-chrome (or dist/dev-firefox) after
// every change, and runs the demo site. On a display it opens Chromium with both, and loads the extension again after every
// build. What is built is what `npm run build` builds, with the same manifest and the same policy: there is no dev server.
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './browsers.mjs';
import { hasDisplay } from './display.mjs';
import { ensurePackages, requireNode } from './set-up.mjs';
import { look, nextChange } from './watched-files.mjs';

const root = resolve(import.meta.dirname, '..');
// Nothing of these is in the extension; what is new beside them is watched without being named here.
const NOT_BUILT = ['dist', 'docs', 'node_modules', 'scripts', 'test', 'test-results'];
const DEFAULT_PORT = 4646;
const say = (text) => console.log(text);

try {
  requireNode();
  const options = readOptions(process.argv.slice(2));
  ensurePackages(say);
  const hasBrowser = options.target === 'chrome' && options.browser && hasDisplay();
  if (hasBrowser) await ensureBrowsers({ say, firefox: false });
  await dev({ ...options, hasBrowser });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function dev({ target, port, hasBrowser }) {
  const stop = untilAskedToStop();
  const { load } = await import('./run.mjs');
  const { buildAside, sentences } = await import('./dev-build.mjs');
  // Vite leaves some of its failures unheard, after it has reported them; they must not end the watch.
  process.on('unhandledRejection', (error) => say(sentences(error).join('\n')));
  const { startDemoSite } = await load('test/demo-login/server.ts');
  const outDir = resolve(root, 'dist', `dev-${target}`);
  const site = await startDemoSite({ port });
  try {
    tellSite(site);
    const browser = hasBrowser ? await devBrowser({ load, outDir, url: site.url, stop }) : undefined;
    let isBuilt = false;
    let changed = [];
    while (changed !== undefined) {
      const seen = look(root, NOT_BUILT);
      const { failures, problems } = await buildAside({ target, outDir });
      tellBuild({ failures, problems, changed, isBuilt, outDir });
      if (failures.length === 0) {
        if (!isBuilt) say(howToLoad(target, outDir, browser));
        isBuilt = true;
        await browser?.showNewBuild();
      }
      if (changed.length === 0) say('Watching for changes. Ctrl-C ends it.');
      changed = await nextChange(root, NOT_BUILT, seen, stop);
    }
    await browser?.close();
  } finally {
    await site.stop();
  }
}

/** Chromium for a person: opened at the first build that is whole, told to load each one after it, and not opened again once closed. */
async function devBrowser({ load, outDir, url, stop }) {
  const { launchChromium } = await load('test/e2e/rig/chromium.ts');
  let browser;
  let isClosed = false;
  return {
    async showNewBuild() {
      if (isClosed) return;
      try {
        if (browser !== undefined) {
          await browser.cdp.send('Extensions.loadUnpacked', { path: outDir });
          return;
        }
        browser = await launchChromium({ extensionDir: outDir, headless: false });
        void browser.closed.then(() => {
          isClosed = true;
          if (!stop.aborted) say('Chromium was closed. The watch goes on; Ctrl-C ends it.');
        });
        await browser.openPage(url);
      } catch (error) {
        if (!isClosed) say(`Chromium did not load it: ${error.message}`);
      }
    },
    close: async () => await browser?.close(),
  };
}

function readOptions(args) {
  const options = { firefox: { type: 'boolean' }, 'no-browser': { type: 'boolean' }, port: { type: 'string' } };
  let values;
  try {
    values = parseArgs({ args, options }).values;
  } catch {
    throw new Error('Usage: npm run dev -- [--firefox] [--port N] [--no-browser]');
  }
  const port = Number(values.port ?? DEFAULT_PORT);
  if (values.port === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('--port takes a whole number from 1 to 65535, or 0 for any free port.');
  return { target: values.firefox ? 'firefox' : 'chrome', browser: !values['no-browser'], port };
}

function tellSite({ url, notes, people }) {
  say(`The demo site runs at ${url}`);
  for (const note of notes) say(note);
  for (const { name, role, email, password } of people) say(`  ${name} (${role}): ${email}  ${password}`);
}

function tellBuild({ failures, problems, changed, isBuilt, outDir }) {
  const folder = relative(root, outDir).replaceAll('\\', '/');
  const because = changed.length === 0 ? '' : ` (${changed.slice(0, 3).join(', ')}${changed.length > 3 ? ' …' : ''})`;
  const time = new Date().toTimeString().slice(0, 8);
  if (failures.length === 0) say(`${time} Built ${folder}${because}.`);
  else say(`${time} Not built${because}:\n${failures.map((words) => `- ${words}`).join('\n')}`);
  if (failures.length > 0 && isBuilt) say(`The build before stays in ${folder}.`);
  if (problems.length > 0) say(`${folder} breaks a promise:\n${problems.map((words) => `- ${words}`).join('\n')}`);
}

function howToLoad(target, outDir, browser) {
  if (browser !== undefined) return 'Chromium opens with it, and loads it again after every build.';
  if (target === 'firefox')
    return `Firefox: open about:debugging#/runtime/this-firefox, choose "Load Temporary Add-on…" and select\n  ${resolve(outDir, 'manifest.json')}\nand choose "Reload" there after a build.`;
  return `Chromium: open chrome://extensions, turn on "Developer mode", choose "Load unpacked" and select\n  ${outDir}\nand press its reload arrow there after a build.`;
}

// The listeners stay: a signal that nobody listens to any more would end the process before it has tidied up.
function untilAskedToStop() {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(1);
      stop.abort();
    });
  }
  return stop.signal;
}
