/** Scans the visible part of the tab in front for codes. */
import { findActiveTab } from '../platform/active-tab';
import { captureVisibleTab } from '../platform/capture';
import { err, ok, type Result } from '../result';
import { inReadingOrder } from '../scan/reading-order';
import { isEnrolling, readPayload, type ScannedPayload } from './payload';
import { type ScanCancelled, scanPicture } from './scan-picture';

/** A code on the page: what it is, and its four corners in pixels of the picture. */
export interface FoundPayload {
  readonly payload: ScannedPayload;
  readonly corners: readonly { readonly x: number; readonly y: number }[];
}

/** A picture of the page and the codes on it in reading order, those that enrol first. */
export interface PageScan {
  readonly picture: Blob;
  readonly width: number;
  readonly height: number;
  readonly found: readonly FoundPayload[];
}

export type ScanFailure = {
  readonly kind: 'no-code' | 'cut-off' | 'capture-refused' | 'picture-unreadable' | 'picture-too-large';
};

/** At least one code; the same text twice on a page is one. */
export async function scanTab(signal: AbortSignal): Promise<Result<PageScan, ScanFailure | ScanCancelled>> {
  const tab = await findActiveTab();
  if (tab === undefined) return err({ kind: 'capture-refused' });
  const picture = await captureVisibleTab(tab.windowId);
  if (!picture.ok) return picture;
  const scanned = await scanPicture(picture.value, { signal });
  if (!scanned.ok) return scanned;
  const { width, height, codes, finders } = scanned.value;
  const distinct = [...new Map(codes.map((code) => [code.text, code])).values()];
  const found = inReadingOrder(distinct).map(({ text, corners }) => ({
    payload: readPayload(text),
    corners,
  }));
  // Of pages it keeps to itself, Firefox gives a small picture of nothing.
  const isPage = width >= 0.75 * tab.width * devicePixelRatio;
  if (found.length === 0 && !isPage) return err({ kind: 'capture-refused' });
  if (found.length === 0) return err({ kind: isCutOff(finders) ? 'cut-off' : 'no-code' });
  return ok({ picture: picture.value, width, height, found: [...found].sort(enrolmentFirst) });
}

function enrolmentFirst(a: FoundPayload, b: FoundPayload): number {
  return Number(isEnrolling(b.payload)) - Number(isEnrolling(a.payload));
}

/** Of a code that is cut off one or two of its three finders show; a page with many such squares shows something else. */
function isCutOff(finders: number): boolean {
  return finders === 1 || finders === 2;
}
