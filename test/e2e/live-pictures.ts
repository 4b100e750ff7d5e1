/** Live pictures for the tests: a film for Chromium's camera, and a camera of a page's own whose scenes the test changes. */
import type { Point } from '../../src/scan/pixel-image';
import { matrixOf, NIGHT, Page } from '../scan/pictures';
import { pngOf } from './made-pictures';
import type { View } from './rig/extension-browser';

export const WIDTH = 640;
export const HEIGHT = 480;

export interface Scene {
  readonly picture: Page;
  readonly corners: readonly Point[];
}

/** A code somewhat turned before a dark ground. */
export function sceneOf(text: string): Scene {
  const picture = new Page(WIDTH, HEIGHT, NIGHT);
  const corners = picture.code(matrixOf(text, 'medium'), 210, 90, 5, { degrees: 8 });
  return { picture, corners };
}

/** One frame of grey in YUV4MPEG2, which Chromium shows again and again. */
export function filmOf({ picture }: Scene): Buffer {
  const luma = Buffer.alloc(WIDTH * HEIGHT);
  for (let pixel = 0; pixel < luma.length; pixel += 1)
    luma[pixel] = 16 + Math.round(((picture.data[4 * pixel] ?? 0) * 219) / 255);
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420mpeg2\n`);
  return Buffer.concat([head, Buffer.from('FRAME\n'), luma, colours]);
}

/**
 * The page's camera is no camera from here on but a canvas that shows the scenes, the first at first: neither the browser's
 * question nor a device has a part in it. Everything behind `getUserMedia` is as ever.
 */
export async function playScenes(page: View, scenes: readonly Scene[]): Promise<void> {
  const pictures = scenes.map(({ picture }) => Buffer.from(pngOf(picture)).toString('base64'));
  await page.evaluate(`(async () => {
    const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const scenes = await Promise.all(${JSON.stringify(pictures)}.map((base64) => createImageBitmap(new Blob([bytes(base64)]))));
    const canvas = Object.assign(document.createElement('canvas'), { width: ${WIDTH}, height: ${HEIGHT} });
    const context = canvas.getContext('2d');
    window.testScene = 0;
    // A canvas gives a frame only when something is drawn on it.
    setInterval(() => context.drawImage(scenes[window.testScene], 0, 0), 50);
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);
  })()`);
}

export async function showScene(page: View, place: number): Promise<void> {
  await page.evaluate(`void (window.testScene = ${place})`);
}

/** Remembers what is opened from here on: `liveStates` and `seenOutlines` tell of it. */
export async function watchPage(page: View): Promise<void> {
  await page.evaluate(`(() => {
    window.testTracks = [];
    window.testOutlines = [];
    for (const name of ['getUserMedia', 'getDisplayMedia']) {
      const open = navigator.mediaDevices[name].bind(navigator.mediaDevices);
      navigator.mediaDevices[name] = async (wishes) => {
        const stream = await open(wishes);
        window.testTracks.push(...stream.getTracks());
        return stream;
      };
    }
    new MutationObserver(() => {
      const outlines = document.querySelectorAll('[data-show=outlines] polygon');
      const { width, height } = document.querySelector('[data-show=outlines]')?.viewBox.baseVal ?? {};
      window.testOutlines.push(...[...outlines].map((one) => ({ kind: one.getAttribute('class'), width, height,
        corners: one.getAttribute('points').split(' ').map((pair) => pair.split(',').map(Number)) })));
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  })()`);
}

/** Of every picture that was opened: whether it is still coming. */
export async function liveStates(page: View): Promise<readonly ('live' | 'ended')[]> {
  return await page.evaluate('window.testTracks.map(({ readyState }) => readyState)');
}

export interface SeenOutline {
  readonly kind: 'enrols' | 'other';
  readonly width: number;
  readonly height: number;
  readonly corners: readonly (readonly [number, number])[];
}

/** Every outline that was drawn. */
export async function seenOutlines(page: View): Promise<readonly SeenOutline[]> {
  return await page.evaluate('window.testOutlines');
}
