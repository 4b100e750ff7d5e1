/** What stands on a page of the gallery as a code, read back from the page's own markup and pictures. */
import { Resvg } from '@resvg/resvg-js';
import type { Hono } from 'hono';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import decodeQR from 'qr/decode.js';
import type { SiteEnv } from '../site';

export interface Picture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The texts of all codes in `html`, in their order. A code that cannot be read fails the test. */
export async function codesIn(app: Hono<SiteEnv>, html: string): Promise<string[]> {
  return (await picturesIn(app, html)).map(read);
}

/** Each code of the page by itself, in their order. */
export async function picturesIn(app: Hono<SiteEnv>, html: string): Promise<Picture[]> {
  const pictures = [
    ...all(html, /<svg[^>]*aria-label="QR code".*?<\/svg>/gs).map(drawn),
    ...all(html, /<canvas[^>]*data-modules="([01 ]+)"/g).map((rows) => painted(rows.split(' '), (one) => one === '1')),
    ...all(html, /<table class="code-table".*?<\/table>/gs).map((table) =>
      painted(
        all(table, /<tr>(.*?)<\/tr>/gs).map((row) => all(row, /<td[^>]*>/g)),
        (cell) => cell.includes('dark'),
      ),
    ),
    ...all(html, /<pre class="code-blocks"[^>]*>\n(.*?)<\/pre>/gs).map(printed),
    ...all(html, /src="data:image\/png;base64,([^"]+)"/g).map((base64) => PNG.sync.read(Buffer.from(base64, 'base64'))),
  ];
  const files = all(html, /src="(\/gallery\/[^"]*\.png)"/g);
  if (html.includes('class="code-background"')) files.push(await backgroundFile(app));
  for (const file of files) {
    const response = await app.request(file);
    pictures.push(PNG.sync.read(Buffer.from(await response.arrayBuffer())));
  }
  return pictures;
}

/** The group of the pattern where it has one, else all it found. */
function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([whole, group]) => group ?? whole);
}

async function backgroundFile(app: Hono<SiteEnv>): Promise<string> {
  const css = await (await app.request('/gallery.css')).text();
  return /\.code-background \{[^}]*url\("([^"]+)"\)/.exec(css)?.[1] ?? '';
}

function drawn(svg: string): Picture {
  const standing = svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
  const modules = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const { pixels, width, height } = new Resvg(standing, { fitTo: { mode: 'width', value: 4 * modules } }).render();
  return { data: pixels, width, height };
}

function painted<T>(rows: readonly Iterable<T>[], isDark: (one: T) => boolean): Picture {
  const modules = rows.map((row) => [...row].map(isDark));
  const size = modules.length;
  const side = size * 4;
  const data = new Uint8Array(4 * side * side).fill(255);
  for (let at = 0; at < side * side; at++) {
    const dark = modules[Math.floor(at / side / 4)]?.[Math.floor((at % side) / 4)] === true;
    if (dark) data.fill(0, 4 * at, 4 * at + 3);
  }
  return { data, width: side, height: side };
}

/** Every character is two modules, one above the other. */
function printed(text: string): Picture {
  const rows = text
    .split('\n')
    .flatMap((line) => [
      [...line].map((block) => '▀█'.includes(block)),
      [...line].map((block) => '▄█'.includes(block)),
    ]);
  return painted(rows.slice(0, rows[0]?.length), (isDark) => isDark);
}

/** By jsQR; by the other decoder where it finds nothing: it has a slip in its table for codes of 109 modules (version 23). */
function read({ data, width, height }: Picture): string {
  const pixels = inFullContrast(data);
  const found = jsQR(pixels, width, height);
  if (found === null) return decodeQR({ data: pixels, width, height });
  const bytes = Uint8Array.from(found.binaryData);
  const asUtf8 = new TextDecoder().decode(bytes);
  return asUtf8.includes('\ufffd') ? Buffer.from(bytes).toString('latin1') : asUtf8;
}

/** In greys from black to white: how pale or colourful a code is does not matter here. */
function inFullContrast(data: Uint8Array): Uint8ClampedArray {
  const greys: number[] = [];
  for (let at = 0; at < data.length; at += 4) greys.push((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0));
  const darkest = greys.reduce((least, grey) => Math.min(least, grey));
  const lightest = greys.reduce((most, grey) => Math.max(most, grey));
  return Uint8ClampedArray.from(data, (_, at) =>
    at % 4 === 3 ? 255 : ((greys[at >> 2] ?? 0) - darkest) * (255 / Math.max(1, lightest - darkest)),
  );
}
