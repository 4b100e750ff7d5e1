/** What a file is and how large, by bytes made here by hand: the beginnings of files of every kind. */
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { readPictureHeader } from '../../src/scan/picture-header';
import {
  apng,
  avif,
  bmp,
  bytesOf,
  gif,
  heic,
  jpeg,
  jpegSegment,
  oldBmp,
  png,
  webpExtended,
  webpLossless,
  webpLossy,
} from './picture-bytes';

const kindOf = (bytes: Uint8Array) => {
  const header = readPictureHeader(bytes);
  return header.ok ? 'ok' : header.error.kind;
};

describe('the size of a picture', () => {
  it.each([
    ['png', png(640, 480)],
    ['jpeg', jpeg(640, 480)],
    ['gif', gif([[640, 480]], 640, 480)],
    ['webp', webpLossy(640, 480)],
    ['webp', webpLossless(640, 480)],
    ['webp', webpExtended(640, 480)],
    ['bmp', bmp(640, 480)],
    ['bmp', bmp(640, -480)],
    ['bmp', oldBmp(640, 480)],
    ['avif', avif(640, 480)],
  ] as const)('%s', (format, bytes) => {
    expect(readPictureHeader(bytes)).toEqual({
      ok: true,
      value: { format, width: 640, height: 480, isAnimated: false },
    });
  });

  it('of a PNG from an encoder', () => {
    expect(readPictureHeader(PNG.sync.write(new PNG({ width: 7, height: 9 })))).toMatchObject({
      value: { format: 'png', width: 7, height: 9 },
    });
  });

  it.each([
    ['apng', apng(640, 480)],
    [
      'gif',
      gif(
        [
          [640, 480],
          [10, 10],
        ],
        640,
        480,
      ),
    ],
    ['webp', webpExtended(640, 480, 0x02)],
    ['avif', avif(640, 480, 'avis')],
  ] as const)('that moves: %s', (_, bytes) => {
    expect(readPictureHeader(bytes)).toMatchObject({ value: { width: 640, height: 480, isAnimated: true } });
  });

  it('of a JPEG behind the notes of a camera, a progressive one, and one with bytes between', () => {
    const notes = Array.from({ length: 9 }, () => jpegSegment(0xe1, new Uint8Array(65_000)));
    expect(kindOf(jpeg(640, 480, notes).subarray(0, 65_536))).toBe('picture-cut-off');
    for (const bytes of [jpeg(640, 480, notes), jpeg(640, 480, [], 0xc2), jpeg(640, 480, [bytesOf([0xff, 0xff])])])
      expect(readPictureHeader(bytes)).toMatchObject({ value: { format: 'jpeg', width: 640, height: 480 } });
  });

  it('of a GIF whose frame is larger than its screen is that of the frame', () => {
    expect(kindOf(gif([[60_000, 60_000]], 1, 1))).toBe('picture-too-large');
  });

  it('of an AVIF made of tiles is that of all of them', () => {
    expect(readPictureHeader(avif(4000, 3000, 'avif', [[512, 512]]))).toMatchObject({
      value: { width: 4000, height: 3000 },
    });
  });
});

describe('is refused before it is decoded', () => {
  it.each([
    ['picture-too-large', 'many pixels', png(8001, 8001)],
    ['picture-too-large', 'a long side', png(20_001, 1)],
    ['picture-too-large', 'a side of all bits', png(0xffff_ffff, 0xffff_ffff)],
    ['picture-too-large', 'a BMP with a side below zero', bmp(-1, 5)],
    ['picture-empty', 'no bytes', new Uint8Array()],
    ['picture-damaged', 'no width', png(0, 5)],
    ['picture-damaged', 'a PNG as phones keep it for themselves', png(5, 5, 'CgBI')],
    ['picture-damaged', 'a JPEG without a size', bytesOf([0xff, 0xd8, 0xff, 0xda, 0, 2])],
    ['picture-cut-off', 'half a header', png(640, 480).subarray(0, 20)],
    ['picture-heic', 'a HEIC', heic('heic')],
    ['picture-heic', 'a HEIC that says so second', heic('mif1', 'heic')],
    ['picture-svg', 'an SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['picture-svg', 'an SVG behind a mark and an XML declaration', bytesOf('\ufeff \n<?xml version="1.0"?><svg/>')],
    ['picture-pdf', 'a PDF', bytesOf('%PDF-1.7')],
    ['picture-pdf', 'a PDF behind something', bytesOf('something\n%PDF-1.4')],
    ['picture-unknown', 'a web page', bytesOf('<!doctype html><html><svg></svg>')],
    ['picture-unknown', 'a text', bytesOf('BM is how this text begins, and it is no picture.')],
    ['picture-unknown', 'a film', heic('isom', 'mp42')],
    ['picture-unknown', 'one byte', bytesOf([0x89])],
  ])('as %s: %s', (kind, _, bytes) => {
    expect(kindOf(bytes)).toBe(kind);
  });

  it('not at the limits themselves', () => {
    expect([png(8000, 8000), png(20_000, 3200)].map(kindOf)).toEqual(['ok', 'ok']);
  });
});

describe('whatever the bytes', () => {
  const WHOLE = [png(9, 9), jpeg(9, 9), gif([[9, 9]], 9, 9), webpLossy(9, 9), bmp(9, 9), avif(9, 9), heic('heic')];

  it('never throws', () => {
    const starts = fc.constantFrom(...WHOLE.map((bytes) => bytes.subarray(0, 12)), new Uint8Array());
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        kindOf(bytesOf(start, rest));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws at one changed byte, and takes a part of a picture for one cut off or damaged', () => {
    const places = fc.tuple(fc.constantFrom(...WHOLE), fc.nat(200), fc.nat(255));
    fc.assert(
      fc.property(places, ([whole, at, value]) => {
        kindOf(whole.map((byte, place) => (place === at ? value : byte)));
        const part = readPictureHeader(whole.subarray(0, at));
        if (part.ok) expect(part.value).toMatchObject({ width: 9, height: 9 });
      }),
      { numRuns: 2000 },
    );
  });
});
