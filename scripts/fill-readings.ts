/**
 * Pages of a folder, each opened in Chromium with the built extension, and the code that the product's own function types
 * there from the real popup. The pages are served on this machine; what they send off goes nowhere.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, relative, resolve } from 'node:path';
import { FIELD_PATIENCE_MS } from '../src/sites/fill-in-page';
import { changedFields, readFields, rememberTyped } from '../test/e2e/page-fields';
import { type ChromiumBrowser, launchChromium } from '../test/e2e/rig/chromium';
import type { ChromiumView } from '../test/e2e/rig/chromium-view';
import { bounded } from '../test/e2e/rig/eventually';
import { runFill } from '../test/e2e/run-fill';

const SIX_DIGITS = '492817';
const EIGHT_DIGITS = '49281735';
const MOST_FILE_MS = 60_000;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export interface FillReading {
  readonly file: string;
  readonly filled: readonly { readonly path: string; readonly value: string }[];
}

/** Sorted by name. `say` hears in a sentence of a page that could not be read to the end. */
export async function* readFills(
  directory: string,
  extensionDir: string,
  say: (sentence: string) => void,
): AsyncGenerator<FillReading> {
  const files = (await readdir(directory)).filter((file) => /\.html?$/i.test(file)).sort();
  const server = await serve(resolve(directory));
  const browser = await launchChromium({ extensionDir });
  try {
    for (const file of files) {
      let filled: FillReading['filled'] = [];
      try {
        filled = await bounded(readPage(browser, originOf(server), file, say), MOST_FILE_MS, file);
      } catch (error) {
        say(`${file}: ${firstLine(error)}`);
      }
      yield { file, filled };
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

async function readPage(
  browser: ChromiumBrowser,
  origin: string,
  file: string,
  say: (sentence: string) => void,
): Promise<FillReading['filled']> {
  // Left over from a page before that did not let go.
  await browser.closePopup();
  const { page } = (await browser.openTab('about:blank')) as ChromiumView;
  await browser.closeOtherTabs();
  await rememberTyped(page);
  // A page whose parts never come is shown all the same.
  await page.goto(`${origin}/${encodeURIComponent(file)}`, { timeout: 15_000 }).catch(() => undefined);
  const code = (await page.locator('meta[name=digits][content="8"]').count()) > 0 ? EIGHT_DIGITS : SIX_DIGITS;
  // Pages stay where they are, so that their fields can be read: what they send off gets no answer.
  await page.route('**', (route) => {
    const request = route.request();
    const isLeaving = request.isNavigationRequest() && !/^(?:about:blank)?$/.test(request.frame().url());
    return isLeaving ? route.abort('aborted') : route.fallback();
  });
  const before = await readFields(page);
  const popup = await browser.openPopup();
  const pageOrigin = new URL(page.url()).origin;
  const order = {
    code,
    untilMs: Number.MAX_SAFE_INTEGER,
    origin: pageOrigin,
    submits: false,
    patienceMs: FIELD_PATIENCE_MS,
  };
  await runFill(popup, order).catch((error: unknown) => say(`${file}: ${firstLine(error)}`));
  return changedFields(before, await readFields(page));
}

function firstLine(error: unknown): string {
  return String(error).split('\n')[0] ?? '';
}

async function serve(root: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    try {
      const path = resolve(root, `.${decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)}`);
      const isInside = !relative(root, path).startsWith('..');
      if (!isInside || !existsSync(path)) throw new Error('No such file.');
      const body = await readFile(path);
      response.writeHead(200, { 'content-type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
