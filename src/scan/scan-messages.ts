/**
 * What a page and the scan worker say to each other. A `Blob` travels by reference, so a screenshot is neither copied nor
 * decoded on the thread that draws the page.
 */
import type { FoundCode } from './read-match';
import type { ScanResult } from './scan-pixels';

export interface ScanQuestion {
  readonly kind: 'scan';
  /** Chosen by the page; every report carries it back. */
  readonly id: number;
  /** Encoded: PNG, JPEG, WebP or whatever else the browser decodes; or a frame of a live picture. */
  readonly picture: Blob | ImageBitmap;
}

/** `warm-up` has no answer: it only makes the next scan as fast as a second one. */
export type ScanRequest = ScanQuestion | { readonly kind: 'warm-up' };

export type ScanFailure = 'picture-unreadable' | 'picture-too-large';

/** `width` and `height` are the picture's own pixels, in which the corners of its codes are given. */
export interface PictureScan extends ScanResult {
  readonly width: number;
  readonly height: number;
}

/** Any number of codes, each the moment it is read, and then one of the other two. */
export type ScanReport =
  | { readonly kind: 'code'; readonly id: number; readonly code: FoundCode }
  | { readonly kind: 'done'; readonly id: number; readonly scan: PictureScan }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: ScanFailure };
