/**
 * Entry of the scan worker: encoded pictures in, texts out, one last report per question whatever happens. Pictures are decoded
 * by `createImageBitmap`, because the extension's content security policy forbids to fetch a data: URL.
 */
import type { ScanQuestion, ScanReport, ScanRequest } from './scan-messages';
import { scanPixels } from './scan-pixels';
import { warmUpPicture } from './warm-up';

/** A 10K screen has 59 million pixels. Each costs about ten bytes while it is looked at. */
const MOST_PIXELS = 64_000_000;
/** Long after everybody has pressed Cancel; a picture of ordinary size takes a thirtieth of it. */
const MOST_SCAN_MS = 20_000;
/** A scan that is asked for meanwhile waits as long. */
const MOST_WARM_UP_MS = 100;

function isOverAfter(milliseconds: number): () => boolean {
  const endMs = performance.now() + milliseconds;
  return () => performance.now() > endMs;
}

function report(message: ScanReport): void {
  postMessage(message);
}

async function answer({ id, picture }: ScanQuestion): Promise<void> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(picture);
  } catch {
    report({ kind: 'failed', id, failure: 'picture-unreadable' });
    return;
  }
  try {
    report(scanBitmap(id, bitmap));
  } catch {
    // Canvas and arrays throw where the memory of this browser or machine ends below our own limit.
    report({ kind: 'failed', id, failure: 'picture-too-large' });
  } finally {
    bitmap.close();
  }
}

function scanBitmap(id: number, bitmap: ImageBitmap): ScanReport {
  const { width, height } = bitmap;
  if (width * height > MOST_PIXELS) return { kind: 'failed', id, failure: 'picture-too-large' };
  const result = scanPixels(pixelsOf(bitmap), {
    onCode: (code) => report({ kind: 'code', id, code }),
    isOver: isOverAfter(MOST_SCAN_MS),
  });
  return { kind: 'done', id, scan: { width, height, ...result } };
}

function pixelsOf(bitmap: ImageBitmap): ImageData {
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new RangeError(`no canvas of ${width} x ${height} pixels`);
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, width, height);
}

addEventListener('message', ({ data }: MessageEvent<ScanRequest>) => {
  if (data.kind === 'scan') void answer(data);
  else scanPixels(warmUpPicture(), { isOver: isOverAfter(MOST_WARM_UP_MS) });
});
