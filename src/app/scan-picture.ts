/** One encoded picture through the scan worker: a page never decodes on the thread that draws it. */
import { err, ok, type Result } from '../result';
import type { FoundCode } from '../scan/read-match';
import type { PictureScan, ScanReport, ScanRequest } from '../scan/scan-messages';

/**
 * Corners in the picture's own pixels. `finders` are clear finder patterns that belong to no code that was read: one or two
 * of a size may be a code cut off.
 */
export type ScannedPicture = PictureScan;

/** Of a code that is cut off one or two of its three finders show; a picture of many such squares shows something else. */
export function isCutOff({ finders }: ScannedPicture): boolean {
  return finders === 1 || finders === 2;
}

export type PictureFailure = { readonly kind: 'picture-unreadable' | 'picture-too-large' };
export type ScanCancelled = { readonly kind: 'cancelled' };

/** A way to scan one picture. */
export type ScanOne = (picture: Blob) => Promise<Result<ScannedPicture, PictureFailure | ScanCancelled>>;

export interface PictureScanOptions {
  /** Called with each code the moment it is read, and never after the scan has ended. */
  readonly onCode?: (code: FoundCode) => void;
  readonly signal?: AbortSignal | undefined;
}

/** A worker that looks at one picture after the other; the first in a new one takes several times as long. */
export class Scanner {
  readonly #worker = new Worker(new URL('../scan/scan-worker.ts', import.meta.url), { type: 'module' });
  #lastId = 0;
  #isBroken = false;

  constructor() {
    this.#worker.addEventListener('error', () => {
      this.#isBroken = true;
      this.close();
    });
  }

  /** Its worker could not do its work, or not even begin. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  warmUp(): void {
    this.#post({ kind: 'warm-up' });
  }

  /** An `ImageBitmap` is given away with it. Where `signal` aborts, the worker has not stopped: close it. */
  async scan(
    picture: Blob | ImageBitmap,
    { onCode, signal }: PictureScanOptions = {},
  ): Promise<Result<ScannedPicture, PictureFailure | ScanCancelled>> {
    if (signal?.aborted) return err({ kind: 'cancelled' });
    if (this.#isBroken) return err({ kind: 'picture-unreadable' });
    this.#lastId += 1;
    const id = this.#lastId;
    const ended = new AbortController();
    const { signal: end } = ended;
    try {
      return await new Promise((resolve) => {
        signal?.addEventListener('abort', () => resolve(err({ kind: 'cancelled' })), { once: true, signal: end });
        const hear = ({ data }: MessageEvent<ScanReport>) => {
          if (data.id !== id || signal?.aborted) return;
          if (data.kind === 'code') onCode?.(data.code);
          else resolve(data.kind === 'done' ? ok(data.scan) : err({ kind: data.failure }));
        };
        this.#worker.addEventListener('message', hear, { signal: end });
        this.#worker.addEventListener('error', () => resolve(err({ kind: 'picture-unreadable' })), { signal: end });
        this.#post({ kind: 'scan', id, picture }, picture instanceof Blob ? [] : [picture]);
      });
    } finally {
      ended.abort();
    }
  }

  close(): void {
    this.#worker.terminate();
  }

  #post(request: ScanRequest, transfer: Transferable[] = []): void {
    this.#worker.postMessage(request, transfer);
  }
}

let warmed: Scanner | undefined;

/** Starts a scanner ahead, for the next picture. One that breaks before it is needed is not used. */
export function warmScanner(): void {
  if (warmed !== undefined) return;
  warmed = new Scanner();
  warmed.warmUp();
}

export function scanPicture(
  picture: Blob,
  options?: Omit<PictureScanOptions, 'signal'>,
): Promise<Result<ScannedPicture, PictureFailure>>;
export function scanPicture(
  picture: Blob,
  options: PictureScanOptions,
): Promise<Result<ScannedPicture, PictureFailure | ScanCancelled>>;
/** The worker ends with the scan; when `signal` aborts, both end at once. */
export async function scanPicture(
  picture: Blob,
  options: PictureScanOptions = {},
): Promise<Result<ScannedPicture, PictureFailure | ScanCancelled>> {
  if (options.signal?.aborted) return err({ kind: 'cancelled' });
  const scanner = warmed === undefined || warmed.isBroken ? new Scanner() : warmed;
  warmed = undefined;
  try {
    return await scanner.scan(picture, options);
  } finally {
    scanner.close();
  }
}
