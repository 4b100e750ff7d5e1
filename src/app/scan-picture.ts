/** One encoded picture through the scan worker: a page never decodes on the thread that draws it. */
import { err, ok, type Result } from '../result';
import type { FoundCode } from '../scan/read-match';
import type { PictureScan, ScanReport, ScanRequest } from '../scan/scan-messages';

/**
 * Corners in the picture's own pixels. `finders` are clear finder patterns that belong to no code that was read: one or two
 * of a size may be a code cut off.
 */
export type ScannedPicture = PictureScan;

export type PictureFailure = { readonly kind: 'picture-unreadable' | 'picture-too-large' };
export type ScanCancelled = { readonly kind: 'cancelled' };

export interface PictureScanOptions {
  /** Called with each code the moment it is read, and never after the scan has ended. */
  readonly onCode?: (code: FoundCode) => void;
}

let warmWorker: Worker | undefined;

function startWorker(): Worker {
  return new Worker(new URL('../scan/scan-worker.ts', import.meta.url), { type: 'module' });
}

function post(worker: Worker, request: ScanRequest): void {
  worker.postMessage(request);
}

/** Starts a worker ahead, for the next scan: the first one in a cold worker takes several times as long. */
export function warmScanner(): void {
  if (warmWorker !== undefined) return;
  const worker = startWorker();
  // One that breaks before it is needed is not kept: the scan starts another and tells what came of it.
  worker.onerror = () => {
    worker.terminate();
    if (warmWorker === worker) warmWorker = undefined;
  };
  post(worker, { kind: 'warm-up' });
  warmWorker = worker;
}

export function scanPicture(
  picture: Blob,
  options?: PictureScanOptions & { readonly signal?: undefined },
): Promise<Result<ScannedPicture, PictureFailure>>;
export function scanPicture(
  picture: Blob,
  options: PictureScanOptions & { readonly signal: AbortSignal },
): Promise<Result<ScannedPicture, PictureFailure | ScanCancelled>>;
/** The worker ends with the scan; when `signal` aborts, both end at once. */
export async function scanPicture(
  picture: Blob,
  { onCode, signal }: PictureScanOptions & { readonly signal?: AbortSignal | undefined } = {},
): Promise<Result<ScannedPicture, PictureFailure | ScanCancelled>> {
  if (signal?.aborted) return err({ kind: 'cancelled' });
  const worker = warmWorker ?? startWorker();
  warmWorker = undefined;
  const ended = new AbortController();
  try {
    return await new Promise((resolve) => {
      const cancel = () => resolve(err({ kind: 'cancelled' }));
      signal?.addEventListener('abort', cancel, { once: true, signal: ended.signal });
      worker.onmessage = ({ data }: MessageEvent<ScanReport>) => {
        if (ended.signal.aborted || signal?.aborted) return;
        if (data.kind === 'code') onCode?.(data.code);
        else resolve(data.kind === 'done' ? ok(data.scan) : err({ kind: data.failure }));
      };
      worker.onerror = () => resolve(err({ kind: 'picture-unreadable' }));
      post(worker, { kind: 'scan', id: 1, picture });
    });
  } finally {
    ended.abort();
    worker.terminate();
  }
}
