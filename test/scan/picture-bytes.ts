/** The beginnings of picture files, as far as their formats say how large the picture is. Nothing here can be decoded. */
export type Part = string | Uint8Array | readonly number[];

/** The parts in a row; text as UTF-8. */
export function bytesOf(...parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part)))),
  );
}

/** `count` bytes, the most significant first. */
export function big(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, place) => Math.floor(value / 256 ** (count - 1 - place)) & 0xff);
}

export function little(value: number, count: number): number[] {
  return big(value, count).reverse();
}

const chunk = (name: string, ...parts: Part[]) => {
  const inside = bytesOf(...parts);
  return bytesOf(big(inside.length, 4), name, inside, [0, 0, 0, 0]);
};
const PNG_START = bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a]);
const pngHead = (width: number, height: number) => [big(width, 4), big(height, 4), [8, 6, 0, 0, 0]] as const;

export function png(width: number, height: number, first = 'IHDR') {
  return bytesOf(PNG_START, chunk(first, ...pngHead(width, height)), chunk('IDAT', [0]));
}

export function apng(width: number, height: number) {
  const head = chunk('IHDR', ...pngHead(width, height));
  return bytesOf(
    PNG_START,
    head,
    chunk('pHYs', new Uint8Array(9)),
    chunk('acTL', new Uint8Array(8)),
    chunk('IDAT', [0]),
  );
}

export function jpegSegment(marker: number, inside: Uint8Array) {
  return bytesOf([0xff, marker], big(inside.length + 2, 2), inside);
}

export function jpeg(width: number, height: number, before: readonly Uint8Array[] = [], frame = 0xc0) {
  const size = bytesOf([8], big(height, 2), big(width, 2), [1, 1, 0x11, 0]);
  const tables = jpegSegment(0xc4, new Uint8Array(20));
  return bytesOf([0xff, 0xd8], ...before, tables, jpegSegment(frame, size), [0xff, 0xda]);
}

/** Frames of a width and a height on a screen, with colours of their own and a note before each. */
export function gif(frames: readonly (readonly [number, number])[], width: number, height: number) {
  const pictures = frames.map(([wide, high]) =>
    bytesOf(
      [0x21, 0xf9, 4, 0, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0],
      little(wide, 2),
      little(high, 2),
      [0x80, 1, 2, 3, 4, 5, 6, 2, 2, 0, 0, 0],
    ),
  );
  const colours = new Uint8Array(12);
  return bytesOf('GIF89a', little(width, 2), little(height, 2), [0x81, 0, 0], colours, ...pictures, [0x3b]);
}

const webp = (name: string, inside: Uint8Array) =>
  bytesOf('RIFF', little(inside.length + 12, 4), 'WEBP', name, little(inside.length, 4), inside);

export function webpLossy(width: number, height: number) {
  return webp('VP8 ', bytesOf([0, 0, 0, 0x9d, 0x01, 0x2a], little(width, 2), little(height | 0x4000, 2)));
}

export function webpLossless(width: number, height: number) {
  return webp('VP8L', bytesOf([0x2f], little((width - 1) | ((height - 1) << 14), 4), new Uint8Array(8)));
}

export function webpExtended(width: number, height: number, flags = 0x10) {
  return webp('VP8X', bytesOf([flags, 0, 0, 0], little(width - 1, 3), little(height - 1, 3)));
}

export function bmp(width: number, height: number) {
  const twosComplement = (value: number) => little(value < 0 ? 2 ** 32 + value : value, 4);
  return bytesOf('BM', new Uint8Array(12), little(40, 4), twosComplement(width), twosComplement(height));
}

/** With the header of OS/2. */
export function oldBmp(width: number, height: number) {
  return bytesOf('BM', new Uint8Array(12), little(12, 4), little(width, 2), little(height, 2));
}

const box = (name: string, ...parts: Part[]) => {
  const inside = bytesOf(...parts);
  return bytesOf(big(inside.length + 8, 4), name, inside);
};

export function avif(
  width: number,
  height: number,
  brand = 'avif',
  tiles: readonly (readonly [number, number])[] = [],
) {
  const sizes = [...tiles, [width, height] as const].map(([wide, high]) =>
    box('ispe', [0, 0, 0, 0], big(wide, 4), big(high, 4)),
  );
  const properties = box('iprp', box('ipco', box('pixi', new Uint8Array(8)), ...sizes), box('ipma', new Uint8Array(9)));
  const meta = box('meta', [0, 0, 0, 0], box('hdlr', new Uint8Array(25)), properties);
  return bytesOf(box('ftyp', brand, [0, 0, 0, 0], 'mif1miaf'), meta, box('mdat', [1, 2, 3]));
}

/** A container of the same kind with other brands. */
export function heic(...brands: readonly [string, ...string[]]) {
  const [major, ...others] = brands;
  return bytesOf(box('ftyp', major, [0, 0, 0, 0], ...others), box('meta', new Uint8Array(40)));
}
