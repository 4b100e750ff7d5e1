import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';

export function readPicture(file: string): PNG {
  return PNG.sync.read(readFileSync(file));
}

/** Red, green and blue, 0-255. */
export function pixelAt(picture: PNG, x: number, y: number): number[] {
  const start = (y * picture.width + x) * 4;
  return [...picture.data.subarray(start, start + 3)];
}
