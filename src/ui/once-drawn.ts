/** What a page needs behind its first drawing, and must not stand in front of it. */

/** By then the first drawing is on the screen; no hand is faster. */
const BEHIND_MS = 100;
const LATEST_MS = 200;

/** When the page as it is now has been drawn, and the browser has nothing better to do. */
export function onceDrawn(work: () => Promise<unknown>): void {
  setTimeout(() => requestIdleCallback(() => void work(), { timeout: LATEST_MS }), BEHIND_MS);
}
