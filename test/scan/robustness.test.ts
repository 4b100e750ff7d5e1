/**
 * Any picture is answered: noise, photographs out of focus, torn codes, extreme shapes. The seed is printed, and HALFMINUTE_SEED
 * runs one again.
 */
import { describe, expect, it } from 'vitest';
import { scanPixels } from '../../src/scan/scan-pixels';
import { newSeed } from '../seed';
import { matrixOf, NIGHT, Page, seededRandom, WHITE } from './pictures';

const seed = newSeed('pictures');

const TEXT = 'otpauth://totp/Example:alice?secret=GEZDGNBVGY3TQOJQ';
const random = seededRandom(seed);
const upTo = (most: number): number => Math.floor(random() * most);

/** Soft light and dark as in a photograph: sums of waves, with grain. */
function drawWaves(page: Page, grain: number): void {
  const waves = Array.from({ length: 5 }, () => ({
    x: (random() - 0.5) / 20,
    y: (random() - 0.5) / 20,
    phase: random() * 7,
    height: 10 + random() * 40,
  }));
  for (let y = 0, at = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++, at += 4) {
      const light = waves.reduce(
        (sum, wave) => sum + wave.height * Math.sin(x * wave.x + y * wave.y + wave.phase),
        128,
      );
      for (let channel = 0; channel < 3; channel++) page.data[at + channel] = light + (random() - 0.5) * grain;
    }
  }
}

/** Every hit is a rectangle of a code moved elsewhere: finders, timing and data remain, but not where they belong. */
function tear(page: Page, hits: number): void {
  for (let hit = 0; hit < hits; hit++) {
    const width = 1 + upTo(page.width / 3);
    const height = 1 + upTo(page.height / 3);
    const from = { x: upTo(page.width - width), y: upTo(page.height - height) };
    const to = { x: upTo(page.width - width), y: upTo(page.height - height) };
    for (let y = 0; y < height; y++) {
      const row = page.data.slice(
        4 * ((from.y + y) * page.width + from.x),
        4 * ((from.y + y) * page.width + from.x + width),
      );
      page.data.set(row, 4 * ((to.y + y) * page.width + to.x));
    }
  }
}

function drawPicture(kind: number): Page {
  const page = new Page(1 + upTo(320), 1 + upTo(240), random() < 0.5 ? WHITE : NIGHT);
  if (kind === 0) for (let i = 0; i < page.data.length; i++) page.data[i] = upTo(256);
  if (kind === 1) drawWaves(page, random() * 80);
  if (kind >= 2) {
    if (kind === 3) drawWaves(page, 20);
    const scale = 1 + random() * 6;
    page.code(matrixOf(TEXT, 'low'), upTo(page.width) - 30, upTo(page.height) - 30, scale, { degrees: upTo(360) });
    tear(page, upTo(6));
  }
  return page;
}

describe('whatever the picture, a scan ends with an answer', () => {
  it.each(['noise', 'soft light', 'torn codes', 'torn codes in soft light'].map((name, kind) => [name, kind] as const))(
    '75 of %s',
    (_, kind) => {
      for (let i = 0; i < 75; i++) {
        const page = drawPicture(kind);
        const { codes } = scanPixels(page);
        for (const { text } of codes) expect(text, `seed ${seed}, picture ${i} of kind ${kind}`).toBe(TEXT);
      }
    },
  );

  it('20 huge ones, long, tall or large', () => {
    for (let i = 0; i < 20; i++) {
      const [width = 1, height = 1] = [
        [20_000 + upTo(20_000), 1 + upTo(40)],
        [1 + upTo(40), 20_000 + upTo(20_000)],
        [2000 + upTo(3000), 1500 + upTo(1500)],
        [4097 + upTo(800), 300 + upTo(300)],
      ][i % 4] as [number, number];
      const page = new Page(width, height, WHITE);
      for (let block = 0; block < 30; block++) {
        page.rectangle(upTo(width), upTo(height), 1 + upTo(60), 1 + upTo(60), [upTo(256), upTo(256), upTo(256)]);
      }
      expect(scanPixels(page).codes, `seed ${seed}, picture ${i}`).toEqual([]);
    }
  });

  it('is the same for the same picture', () => {
    for (let i = 0; i < 10; i++) {
      const page = drawPicture(2 + (i % 2));
      expect(scanPixels(page), `seed ${seed}, picture ${i}`).toEqual(scanPixels(page));
    }
  });

  it('leaves the pixels as they were', () => {
    const page = drawPicture(2);
    const before = page.data.slice();
    scanPixels(page);
    expect(page.data).toEqual(before);
  });
});
