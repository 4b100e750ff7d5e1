/** Page-like pictures the tests draw themselves, with codes from an encoder that has no part in the product. */
import encodeQR from 'qr';
import type { PixelImage, Point } from '../../src/scan/pixel-image';

export type Colour = readonly [red: number, green: number, blue: number];
export const WHITE: Colour = [255, 255, 255];
export const BLACK: Colour = [0, 0, 0];
export const NIGHT: Colour = [24, 26, 30];

export type Matrix = readonly (readonly boolean[])[];
export type Correction = 'low' | 'medium' | 'quartile' | 'high';

/** The symbol alone, true is dark; its version is the least that holds the text unless one is asked for. */
export function matrixOf(
  text: string,
  ecc: Correction,
  version?: number,
  textEncoder?: (text: string) => Uint8Array,
): Matrix {
  const options = { ecc, border: 1, ...(version && { version }), ...(textEncoder && { textEncoder }) };
  return encodeQR(text, 'raw', options)
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
}

/** Numbers from 0 to 1, always the same for a seed (Mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** More than a side of any code has, with its quiet zone. */
const MOST_MODULES = 1_024;

export class Page implements PixelImage {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number, ground: Colour) {
    this.width = width;
    this.height = height;
    this.data = new Uint8ClampedArray(width * height * 4);
    this.rectangle(0, 0, width, height, ground);
  }

  rectangle(left: number, top: number, width: number, height: number, [red, green, blue]: Colour): void {
    for (let y = Math.max(top, 0); y < Math.min(top + height, this.height); y++) {
      for (let x = Math.max(left, 0); x < Math.min(left + width, this.width); x++) {
        const at = Math.trunc((y * this.width + x) * 4);
        this.data[at] = red;
        this.data[at + 1] = green;
        this.data[at + 2] = blue;
        this.data[at + 3] = 255;
      }
    }
  }

  /** Lines of small strokes of ink, as dense as print: what a finder search mistakes for finders. */
  text(seed: number, ink: Colour, lineHeight = 16): void {
    const random = seededRandom(seed);
    const stroke = Math.max(1, Math.round(lineHeight / 9));
    for (let top = lineHeight; top + lineHeight < this.height; top += Math.round(lineHeight * 1.5)) {
      for (
        let left = lineHeight;
        left + lineHeight < this.width;
        left += Math.round(lineHeight * (0.5 + random() * 0.4))
      ) {
        for (let strokes = 0; strokes < 3; strokes++) {
          const isUpright = random() < 0.6;
          const x = left + Math.floor(random() * lineHeight * 0.4);
          const y = top + Math.floor(random() * lineHeight * 0.6);
          const length = Math.ceil(lineHeight * (0.2 + random() * 0.5));
          this.rectangle(x, y, isUpright ? stroke : length, isUpright ? length : stroke, ink);
        }
      }
    }
  }

  /**
   * A code `scale` pixels per module, its corner at (`left`, `top`), both of any fraction, turned by `degrees` about that
   * corner; each pixel is the mean of sixteen points, as a browser draws it. The quiet zone lies in `light` around it.
   */
  code(
    matrix: Matrix,
    left: number,
    top: number,
    scale: number,
    { dark = BLACK, light = WHITE, quietModules = 4, degrees = 0 }: CodeLook = {},
  ): [Point, Point, Point, Point] {
    const size = matrix.length;
    const cosine = Math.cos((degrees * Math.PI) / 180);
    const sine = Math.sin((degrees * Math.PI) / 180);
    const place = (u: number, v: number) => ({
      x: left + (u * cosine - v * sine) * scale,
      y: top + (u * sine + v * cosine) * scale,
    });
    const far = size + quietModules;
    /** The module that the i-th of a pixel's sixteen places lies in, as a number of its own; NaN beside the code. */
    const moduleAt = (x: number, y: number, i: number): number => {
      const dx = x + ((i & 3) + 0.5) / 4 - left;
      const dy = y + ((i >> 2) + 0.5) / 4 - top;
      const u = (dx * cosine + dy * sine) / scale;
      const v = (dy * cosine - dx * sine) / scale;
      const isBeside = u < -quietModules || v < -quietModules || u >= far || v >= far;
      return isBeside ? Number.NaN : (Math.floor(v) + quietModules) * MOST_MODULES + Math.floor(u) + quietModules;
    };
    const isDarkAt = (module: number) =>
      matrix[Math.floor(module / MOST_MODULES) - quietModules]?.[(module % MOST_MODULES) - quietModules] === true;
    const outline = [
      place(-quietModules, -quietModules),
      place(far, -quietModules),
      place(far, far),
      place(-quietModules, far),
    ];
    const lowest = (axis: 'x' | 'y') => Math.max(Math.floor(Math.min(...outline.map((point) => point[axis]))), 0);
    const highest = (axis: 'x' | 'y') => Math.ceil(Math.max(...outline.map((point) => point[axis])));
    for (let y = lowest('y'); y < Math.min(highest('y'), this.height); y++) {
      for (let x = lowest('x'); x < Math.min(highest('x'), this.width); x++) {
        let darkShare = 0;
        let lightShare = 0;
        const corner = moduleAt(x, y, 0);
        // Most pixels lie in one module: where their corners do, all of them does.
        const isWhole = moduleAt(x, y, 3) === corner && moduleAt(x, y, 12) === corner && moduleAt(x, y, 15) === corner;
        if (isWhole) [darkShare, lightShare] = isDarkAt(corner) ? [1, 0] : [0, 1];
        for (let i = 0; i < 16 && !isWhole; i++) {
          const module = moduleAt(x, y, i);
          if (Number.isNaN(module)) continue;
          if (isDarkAt(module)) darkShare += 1 / 16;
          else lightShare += 1 / 16;
        }
        const at = (y * this.width + x) * 4;
        for (let channel = 0; channel < 3; channel++) {
          const ground = (this.data[at + channel] ?? 0) * (1 - darkShare - lightShare);
          this.data[at + channel] = ground + (dark[channel] ?? 0) * darkShare + (light[channel] ?? 0) * lightShare;
        }
      }
    }
    return [place(0, 0), place(size, 0), place(size, size), place(0, size)];
  }
}

/** A page seen at an angle: what lies right of and below the middle is farther away the greater the tilts are. */
export function seenAtAngle(page: Page, tiltRight: number, tiltDown: number): Page {
  const seen = new Page(page.width, page.height, WHITE);
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++) {
      let [red, green, blue] = [0, 0, 0];
      for (let i = 0; i < 16; i++) {
        const dx = x + ((i & 3) + 0.5) / 4 - page.width / 2;
        const dy = y + ((i >> 2) + 0.5) / 4 - page.height / 2;
        const w = 1 - (tiltRight * dx) / page.width - (tiltDown * dy) / page.height;
        const column = Math.floor(page.width / 2 + dx / w);
        const row = Math.floor(page.height / 2 + dy / w);
        const isOnPage = column >= 0 && row >= 0 && column < page.width && row < page.height;
        const at = (row * page.width + column) * 4;
        red += (isOnPage ? (page.data[at] ?? 0) : 255) / 16;
        green += (isOnPage ? (page.data[at + 1] ?? 0) : 255) / 16;
        blue += (isOnPage ? (page.data[at + 2] ?? 0) : 255) / 16;
      }
      seen.data.set([red, green, blue], (y * page.width + x) * 4);
    }
  }
  return seen;
}

export interface CodeLook {
  readonly dark?: Colour;
  readonly light?: Colour;
  readonly quietModules?: number;
  readonly degrees?: number;
}
