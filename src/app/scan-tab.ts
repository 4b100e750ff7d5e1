/** Scans the tab in front for codes: the visible part of it, then, where that shows none, what the page holds. */
import { type ActiveTab, findActiveTab } from '../platform/active-tab';
import { captureVisibleTab } from '../platform/capture';
import { err, ok, type Result } from '../result';
import type { FoundCode } from '../scan/read-match';
import { inReadingOrder } from '../scan/reading-order';
import { isEnrolling } from './enrolling';
import { type FoundText, lookIntoPage } from './look-into-page';
import { readPayload, type ScannedPayload } from './payload';
import { isCutOff, type ScanCancelled, Scanner, scanPicture } from './scan-picture';
import { seekInPage } from './seek-in-page';

/** A code on the page: what it is, and its four corners in pixels of the picture; none where it has no place on it. */
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
  readonly kind:
    | 'no-code'
    /** The browser keeps the page itself closed to us. */
    | 'no-code-in-view'
    | 'cut-off'
    | 'capture-refused'
    | 'picture-unreadable'
    | 'picture-too-large';
};

/** At least one code; the same text twice on a page is one. Accounts know the page they were found on. */
export async function scanTab(signal: AbortSignal): Promise<Result<PageScan, ScanFailure | ScanCancelled>> {
  const tab = await findActiveTab();
  if (tab === undefined) return err({ kind: 'capture-refused' });
  const scanned = await scanShown(tab, signal);
  if (!scanned.ok) return scanned;
  const after = await findActiveTab();
  const foundAt = after?.id === tab.id && originOf(after) === originOf(tab) ? originOf(tab) : 'null';
  const found = scanned.value.found.map(({ payload, corners }) => ({
    payload: payload.kind === 'account' ? { ...payload, foundAt } : payload,
    corners,
  }));
  return ok({ ...scanned.value, found });
}

function originOf({ url = '' }: ActiveTab): string {
  return URL.canParse(url) ? new URL(url).origin : 'null';
}

async function scanShown(tab: ActiveTab, signal: AbortSignal): Promise<Result<PageScan, ScanFailure | ScanCancelled>> {
  const picture = await captureVisibleTab(tab.windowId);
  if (!picture.ok) return picture;
  const scanned = await scanPicture(picture.value, { signal });
  if (!scanned.ok) return scanned;
  const { width, height, codes } = scanned.value;
  const shown = { picture: picture.value, width, height, found: foundIn(codes) };
  if (shown.found.some(({ payload }) => isEnrolling(payload))) return ok(shown);
  // Of pages it keeps to itself, Firefox gives a small picture of nothing.
  if (width < 0.75 * tab.width * devicePixelRatio && codes.length === 0) return err({ kind: 'capture-refused' });
  // A page that stands still, before a dialog of its own, never answers.
  const within = await Promise.race([scanWithin(tab, shown, signal), whenAborted(signal)]);
  if (within === 'cancelled') return err({ kind: 'cancelled' });
  if (within.ok && within.value !== undefined) return ok(within.value);
  if (codes.length > 0) return ok(shown);
  if (isCutOff(scanned.value)) return err({ kind: 'cut-off' });
  return err({ kind: within.ok ? 'no-code' : 'no-code-in-view' });
}

function whenAborted(signal: AbortSignal): Promise<'cancelled'> {
  return new Promise((resolve) => {
    const end = () => resolve('cancelled');
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

function foundIn(codes: readonly FoundCode[]): FoundPayload[] {
  const distinct = [...new Map(codes.map((code) => [code.text, code])).values()];
  return inReadingOrder(distinct)
    .map(({ text, corners }) => ({ payload: readPayload(text), corners }))
    .sort(enrolmentFirst);
}

function enrolmentFirst(a: FoundPayload, b: FoundPayload): number {
  return Number(isEnrolling(b.payload)) - Number(isEnrolling(a.payload));
}

/**
 * What the page holds where its picture showed nothing that enrols: without a place on it, or on a picture of another part.
 * For that the page is scrolled, so only where its picture showed nothing at all.
 */
async function scanWithin(
  tab: ActiveTab,
  shown: PageScan,
  signal: AbortSignal,
): Promise<Result<PageScan | undefined, { readonly kind: 'page-closed-to-extensions' }>> {
  const scanner = new Scanner();
  const scan = (picture: Blob) => scanner.scan(picture, { signal });
  try {
    const look = await lookIntoPage(tab.id, scan);
    if (!look.ok) return look;
    const found = look.value.texts.map((one) => ({ payload: readPayload(uriOf(one, tab.url)), corners: [] }));
    const isNothingShown = shown.found.length === 0;
    if (found.some(({ payload }) => isEnrolling(payload)) || (isNothingShown && found.length > 0))
      return ok({ ...shown, found: found.sort(enrolmentFirst) });
    if (!isNothingShown || signal.aborted) return ok(undefined);
    const sought = await seekInPage(tab, look.value.unread, captureVisibleTab, scan);
    if (sought === undefined) return ok(undefined);
    const { width, height, codes } = sought.scanned;
    return ok({ picture: sought.picture, width, height, found: foundIn(codes) });
  } finally {
    scanner.close();
  }
}

/** A bare key is named after the site that shows it. */
function uriOf({ text, from }: FoundText, url: string | undefined): string {
  const site = encodeURIComponent(url === undefined ? '' : new URL(url).hostname);
  return from === 'key' ? `otpauth://totp/?secret=${text}&issuer=${site}` : text;
}
