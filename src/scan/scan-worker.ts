/**
 * Entry of the scan worker: encoded pictures in, texts out, one answer per question whatever happens. Pictures are decoded by
 * `createImageBitmap`, because the extension's content security policy forbids to fetch a data: URL.
 */
import type { ScanAnswer, ScanQuestion } from './scan-messages';
import { scanPixels } from './scan-pixels';

/** A 10K screen has 59 million pixels. Each costs about ten bytes while it is looked at. */
const MOST_PIXELS = 64_000_000;

async function answerTo({ id, picture }: ScanQuestion): Promise<ScanAnswer> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(picture);
  } catch {
    return { id, ok: false, kind: 'picture-unreadable' };
  }
  const { width, height } = bitmap;
  try {
    if (width * height > MOST_PIXELS) return { id, ok: false, kind: 'picture-too-large' };
    return { id, ok: true, width, height, ...scanPixels(pixelsOf(bitmap)) };
  } catch {
    // Canvas and arrays throw where the memory of this browser or machine ends below our own limit.
    return { id, ok: false, kind: 'picture-too-large' };
  } finally {
    bitmap.close();
  }
}

function pixelsOf(bitmap: ImageBitmap): ImageData {
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new RangeError(`no canvas of ${width} x ${height} pixels`);
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, width, height);
}

addEventListener('message', (event: MessageEvent<ScanQuestion>) => {
  void answerTo(event.data).then((answer) => postMessage(answer));
});
