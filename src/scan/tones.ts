/**
 * Three tones by the local mean: darker than its surroundings, lighter, or neither.
 *
 * One map serves both polarities: the ink of an ordinary code is DARK, of an inverted code LIGHT, and what is NEITHER is
 * paper to both. Flat ground far from any edge is NEITHER, so a code without quiet zone on a dark page still ends somewhere.
 * A window must be wider than the widest run it shall see: with radius r a finder's core (three modules) stays whole up to
 * modules of about 2r/3.
 */
import type { GreyPicture } from './grey';

export const DARK = 1;
export const LIGHT = 2;
export type Ink = typeof DARK | typeof LIGHT;

export interface ToneMap {
  /** 0 (neither), DARK or LIGHT. */
  readonly cells: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The same for every picture. `bias` is in grey levels: how far from the local mean a pixel must lie to be ink. */
export interface Binarisation {
  readonly radiusPixels: number;
  readonly bias: number;
}

/** Box sums by columns that slide down and a window that slides right: four additions per pixel whatever the radius. */
export function tonesOf(picture: GreyPicture, { radiusPixels: radius, bias }: Binarisation): ToneMap {
  const { pixels, width, height } = picture;
  const cells = new Uint8Array(width * height);
  // Column x stands at x + radius + 1, so that the window may hang over both edges.
  const columns = new Int32Array(width + 2 * radius + 1);
  const inner = columns.subarray(radius + 1, radius + 1 + width);
  for (let y = 0; y < Math.min(radius, height); y++) addRow(inner, pixels, y * width);
  for (let y = 0; y < height; y++) {
    const entering = y + radius;
    const leaving = y - radius - 1;
    if (entering < height && leaving >= 0) exchangeRows(inner, pixels, entering * width, leaving * width);
    else if (entering < height) addRow(inner, pixels, entering * width);
    else if (leaving >= 0) subtractRow(inner, pixels, leaving * width);
    const rows = Math.min(entering, height - 1) - Math.max(leaving, -1);
    writeRow(picture, cells, columns, y * width, rows, radius, bias);
  }
  return { cells, width, height };
}

function addRow(columns: Int32Array, pixels: Uint8Array, row: number): void {
  for (let x = 0; x < columns.length; x++) columns[x] = (columns[x] as number) + (pixels[row + x] as number);
}

function subtractRow(columns: Int32Array, pixels: Uint8Array, row: number): void {
  for (let x = 0; x < columns.length; x++) columns[x] = (columns[x] as number) - (pixels[row + x] as number);
}

function exchangeRows(columns: Int32Array, pixels: Uint8Array, entering: number, leaving: number): void {
  for (let x = 0; x < columns.length; x++) {
    columns[x] = (columns[x] as number) + (pixels[entering + x] as number) - (pixels[leaving + x] as number);
  }
}

/** One row of the map: `rows` is the height of the window here, its width follows from the distance to both edges. */
function writeRow(
  { pixels, width }: GreyPicture,
  cells: Uint8Array,
  columns: Int32Array,
  row: number,
  rows: number,
  radius: number,
  bias: number,
): void {
  const diameter = 2 * radius + 1;
  let sum = 0;
  for (let x = 0; x < diameter; x++) sum += columns[x] as number;
  for (let x = 0; x < width; x++) {
    sum = (sum + (columns[x + diameter] as number) - (columns[x] as number)) | 0;
    const count = (Math.min(x + radius, width - 1) - Math.max(x - radius, 0) + 1) * rows;
    const excess = ((pixels[row + x] as number) * count - sum) | 0;
    const limit = bias * count;
    cells[row + x] = excess < -limit ? DARK : excess > limit ? LIGHT : 0;
  }
}
