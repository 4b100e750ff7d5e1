/** One encoded picture through the scan worker: a page never decodes on the thread that draws it. */
import { err, ok, type Result } from '../result';
import type { FoundCode } from '../scan/read-match';
import type { ScanAnswer, ScanQuestion } from '../scan/scan-messages';
import { askWorker } from './worker-call';

/** Corners in the picture's own pixels, of which there are `width` x `height`. */
export interface ScannedPicture {
  readonly width: number;
  readonly height: number;
  readonly codes: readonly FoundCode[];
  /** Clear finder patterns that belong to no code that was read: one or two of a size may be a code cut off. */
  readonly finders: number;
}

export type PictureFailure = { readonly kind: 'picture-unreadable' | 'picture-too-large' };

export async function scanPicture(picture: Blob): Promise<Result<ScannedPicture, PictureFailure>> {
  const worker = new Worker(new URL('../scan/scan-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await askWorker<ScanQuestion, ScanAnswer>(worker, { id: 1, picture });
    return answer.ok ? ok(answer) : err({ kind: answer.kind });
  } catch {
    return err({ kind: 'picture-unreadable' });
  }
}
