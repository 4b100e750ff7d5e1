/**
 * What a page and the scan worker say to each other. A `Blob` travels by reference, so a screenshot is neither copied nor
 * decoded on the thread that draws the page.
 */
import type { FoundCode } from './read-match';

export interface ScanQuestion {
  /** Chosen by the page; the answer carries it back. */
  readonly id: number;
  /** An encoded picture: PNG, JPEG, WebP or whatever else the browser decodes. */
  readonly picture: Blob;
}

export type ScanFailure = 'picture-unreadable' | 'picture-too-large';

export type ScanAnswer =
  | {
      readonly id: number;
      readonly ok: true;
      /** Size of the picture in its own pixels, in which the corners of the codes are given. */
      readonly width: number;
      readonly height: number;
      readonly codes: readonly FoundCode[];
      /** See `ScanResult.finders`. */
      readonly finders: number;
    }
  | { readonly id: number; readonly ok: false; readonly kind: ScanFailure };
