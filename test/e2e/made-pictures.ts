/** Picture files that the tests make themselves, and ways to hand them to a page as a person's drag or paste would. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { bytesOf, little, type Part } from '../scan/picture-bytes';
import { BLACK, matrixOf, Page, WHITE } from '../scan/pictures';
import type { View } from './rig/extension-browser';

const SCALE = 5;
const QUIET_MODULES = 4;

export type Files = Readonly<Record<string, Uint8Array>>;

export function codePicture(text: string): Page {
  const matrix = matrixOf(text, 'medium');
  const side = (matrix.length + 2 * QUIET_MODULES) * SCALE;
  const page = new Page(side, side, WHITE);
  page.code(matrix, QUIET_MODULES * SCALE, QUIET_MODULES * SCALE, SCALE);
  return page;
}

export function emptyPicture(): Page {
  const page = new Page(200, 120, WHITE);
  page.rectangle(20, 20, 90, 40, BLACK);
  return page;
}

export function pngOf({ width, height, data }: Page): Uint8Array {
  const png = new PNG({ width, height });
  png.data.set(data);
  return PNG.sync.write(png);
}

/** In black and white, one after the other, each the size of the first. */
export function animatedGif(first: Page, ...others: readonly Page[]): Uint8Array {
  const size = [little(first.width, 2), little(first.height, 2)] as const;
  const colours = [...new Array<number>(3).fill(0), ...new Array<number>(3 * 127).fill(255)];
  const frames = [first, ...others].map((frame) =>
    bytesOf([0x21, 0xf9, 4, 0, 50, 0, 0, 0, 0x2c, 0, 0, 0, 0], ...size, [0], plainLzw(frame)),
  );
  return bytesOf('GIF89a', ...size, [0xf6, 0, 0], colours, ...frames, [0x3b]);
}

/**
 * LZW that compresses nothing: each pixel is a byte of its own, and the table is cleared before its codes grow longer than
 * a byte.
 */
function plainLzw({ data }: Page): Uint8Array {
  const CLEAR = 0x80;
  const END = 0x81;
  const codes: number[] = [];
  for (let pixel = 0; 4 * pixel < data.length; pixel += 1) {
    if (pixel % 100 === 0) codes.push(CLEAR);
    codes.push((data[4 * pixel] ?? 0) < 128 ? 0 : 1);
  }
  codes.push(END);
  const blocks: Part[] = [];
  for (let at = 0; at < codes.length; at += 255) {
    const block = codes.slice(at, at + 255);
    blocks.push([block.length, ...block]);
  }
  return bytesOf([7], ...blocks, [0]);
}

/** Chooses files together, as the browser's dialogue gives them to the page. */
export async function choosePictures(page: View, files: Files): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'halfminute-pictures-'));
  try {
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
    await page.attachFiles('[data-field=pictures]', ...paths);
    await page.waitFor('[data-show=preview], [data-show=preview-many], [data-show=error], [data-show=remarks]');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A drop as the page's script sees it: the event and what it carries are the browser's own, but nothing was dragged, and the
 * page made both itself. Answers whether the page took it: a drop that it leaves to the browser opens the file instead.
 */
export async function drop(view: View, files: Files): Promise<boolean> {
  return await view.evaluate(dispatch('DragEvent', 'drop', 'dataTransfer', filesInto(files)));
}

/** A paste in the same way: no key was pressed, and the clipboard holds nothing. */
export async function pastePictures(view: View, files: Files): Promise<boolean> {
  return await view.evaluate(dispatch('ClipboardEvent', 'paste', 'clipboardData', filesInto(files)));
}

export async function pasteText(view: View, text: string): Promise<boolean> {
  const fill = `data.setData('text/plain', ${JSON.stringify(text)});`;
  return await view.evaluate(dispatch('ClipboardEvent', 'paste', 'clipboardData', fill));
}

function dispatch(type: string, name: string, field: string, fill: string): string {
  return `(() => {
    const data = new DataTransfer();
    ${fill}
    const event = new ${type}('${name}', { bubbles: true, cancelable: true, ${field}: data });
    // Firefox lets no page choose what a paste carries.
    if (event.${field} !== data) Object.defineProperty(event, '${field}', { value: data });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  })()`;
}

function filesInto(files: Files): string {
  const given = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]);
  return `for (const [name, base64] of ${JSON.stringify(given)}) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    data.items.add(new File([bytes], name, { type: 'image/png' }));
  }`;
}

/** What is said about each file. */
export async function remarksIn(view: View): Promise<Record<string, string>> {
  await view.waitFor('[data-show=remarks]');
  return await view.evaluate(`Object.fromEntries([...document.querySelectorAll('[data-show=remarks] li')].map(
    (line) => [...line.children].map((part) => part.innerText)))`);
}
