/**
 * Scrolls to what the page's scripts may not read - pictures of other sites, videos, frames - and takes pictures of the
 * tab there. The page moves under the person's eyes, so this comes last, and what was scrolled is scrolled back.
 */
import type { ActiveTab } from '../platform/active-tab';
import { captureVisibleTab } from '../platform/capture';
import { runInTab } from '../platform/inject';
import type { UnreadPlace } from '../sites/page-pictures';
import { scrollToPlace } from '../sites/scroll-to-place';
import { type ScannedPicture, type ScanOne, scanPicture } from './scan-picture';

export interface SoughtPicture {
  /** Of the tab as it was scrolled for a moment. */
  readonly picture: Blob;
  /** At least one code. */
  readonly scanned: ScannedPicture;
}

const MOST_CAPTURES = 3;
/**
 * From the scrolling to the picture. The page has drawn itself earlier, but what is captured is what the browser last put on
 * the screen; and Chromium takes no more than two pictures of a tab in a second.
 */
const SETTLED_MS = 600;

/** The first picture with a code; `undefined` where none has one. `unread` as `lookIntoPage` answers it. */
export async function seekInPage(
  { id, windowId }: Pick<ActiveTab, 'id' | 'windowId'>,
  unread: readonly UnreadPlace[],
  capture = captureVisibleTab,
  scan: ScanOne = scanPicture,
): Promise<SoughtPicture | undefined> {
  let left = unread.filter(({ isInView }) => !isInView).map(({ place }) => place);
  for (let captures = 0; captures < MOST_CAPTURES && left.length > 0; captures += 1) {
    const [place = 0, ...others] = left;
    const scrolled = await runInTab(id, scrollToPlace, [place, others, null]);
    if (!scrolled.ok) return undefined;
    left = others;
    if (!scrolled.value.ok) continue;
    const { before, alsoInView } = scrolled.value.value;
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    const picture = await capture(windowId);
    await runInTab(id, scrollToPlace, [place, [], before]);
    if (!picture.ok) return undefined;
    const scanned = await scan(picture.value);
    if (scanned.ok && scanned.value.codes.length > 0) return { picture: picture.value, scanned: scanned.value };
    if (!scanned.ok && scanned.error.kind === 'cancelled') return undefined;
    left = others.filter((other) => !alsoInView.includes(other));
  }
  return undefined;
}
