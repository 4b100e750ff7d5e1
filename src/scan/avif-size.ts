/** The size of an AVIF picture: boxes within boxes, meta > iprp > ipco > ispe. */
import type { ByteReader } from './byte-reader';
import type { SizeAnswer } from './picture-sizes';

interface Box {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Of several sizes - the picture, its tiles, its thumbnail - the largest. */
export function avifSize(reader: ByteReader): SizeAnswer {
  const top = boxesBetween(reader, 0, Number.POSITIVE_INFINITY);
  const meta = top.find(({ name }) => name === 'meta');
  if (meta === undefined) return top.at(-1)?.end === reader.length ? 'damaged' : 'cut-off';
  if (meta.end > reader.length) return 'cut-off';
  // Version and flags stand before what is in it.
  const sizes = boxesBetween(reader, meta.start + 4, meta.end)
    .filter(({ name }) => name === 'iprp')
    .flatMap(({ start, end }) => boxesBetween(reader, start, end))
    .filter(({ name }) => name === 'ipco')
    .flatMap(({ start, end }) => boxesBetween(reader, start, end))
    .filter(({ name }) => name === 'ispe')
    .map(({ start }) => ({ width: reader.big(start + 4, 4) ?? 0, height: reader.big(start + 8, 4) ?? 0 }));
  const [largest] = sizes.sort((a, b) => b.width * b.height - a.width * a.height);
  return largest === undefined ? 'damaged' : { ...largest, isAnimated: reader.says(8, 'avis') };
}

/** Each is a length with itself in it, four letters, and the rest; the last one may reach beyond the bytes at hand. */
function boxesBetween(reader: ByteReader, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= Math.min(to, reader.length)) {
    const short = reader.big(at, 4) ?? 0;
    const long = short === 1 ? reader.big(at + 10, 6) : undefined;
    const head = short === 1 ? 16 : 8;
    const length = short === 0 ? reader.length - at : (long ?? short);
    if (length < head) break;
    const name = String.fromCharCode(...[4, 5, 6, 7].map((place) => reader.byte(at + place) ?? 0));
    boxes.push({ name, start: at + head, end: at + length });
    at += length;
  }
  return boxes;
}
