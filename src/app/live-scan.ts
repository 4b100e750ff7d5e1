/** Looks at a live picture, one frame after the other, until it is told to stop. */
import { isEnrolling } from './enrolling';
import { readPayload, type ScannedPayload } from './payload';
import { Scanner } from './scan-picture';

export { closeLive, type LiveFailure, openCamera, openScreen } from '../platform/live-picture';

/** What one frame showed: corners in its own pixels, of which there are `width` x `height`. */
export interface LiveFrame {
  readonly width: number;
  readonly height: number;
  readonly found: readonly {
    readonly payload: ScannedPayload;
    readonly isEnrolling: boolean;
    /** It was not on any frame before. */
    readonly isNew: boolean;
    readonly corners: readonly { readonly x: number; readonly y: number }[];
  }[];
}

/**
 * `onFrame` is called for every frame, and waited for; never again once `signal` has aborted. Answers whether it was `signal`
 * that ended it, and not a worker that broke.
 */
export async function watchLive(
  video: HTMLVideoElement,
  onFrame: (frame: LiveFrame) => void | Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  const scanner = new Scanner();
  const seen = new Set<string>();
  try {
    for (let isFirst = true; !signal.aborted; isFirst = false) {
      const bitmap = await nextFrame(video, signal, isFirst);
      if (bitmap === undefined) return true;
      const scanned = await scanner.scan(bitmap, { signal });
      if (scanned.ok) await onFrame(frameOf(scanned.value, seen));
      else if (scanner.isBroken) return false;
    }
    return true;
  } finally {
    scanner.close();
  }
}

type Scanned = Extract<Awaited<ReturnType<Scanner['scan']>>, { ok: true }>['value'];

/** `seen` is what was on a frame before, and after this. */
function frameOf({ width, height, codes }: Scanned, seen: Set<string>): LiveFrame {
  const found = codes.map(({ text, corners }) => {
    const payload = readPayload(text);
    const isNew = !seen.has(text);
    seen.add(text);
    return { payload, isEnrolling: isEnrolling(payload), isNew, corners };
  });
  return { width, height, found };
}

/**
 * A still of the next frame that comes; none once `signal` has aborted. The first may have come before anybody listened, and
 * of a window in which nothing moves no other follows.
 */
async function nextFrame(
  video: HTMLVideoElement,
  signal: AbortSignal,
  isFirst: boolean,
): Promise<ImageBitmap | undefined> {
  for (let mayBeThere = isFirst && video.readyState >= video.HAVE_CURRENT_DATA; !signal.aborted; mayBeThere = false) {
    const come = new AbortController();
    await new Promise((resolve) => {
      if (mayBeThere) resolve(undefined);
      video.requestVideoFrameCallback(resolve);
      signal.addEventListener('abort', resolve, { signal: come.signal });
    });
    come.abort();
    if (signal.aborted) return undefined;
    try {
      return await createImageBitmap(video);
    } catch {
      // Between two sizes a video has no picture: the next frame has one.
    }
  }
  return undefined;
}
