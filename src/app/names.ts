/** Names the app gives to things the browser keeps for it. */
/** What waits in `storage.session`: see pending.ts and batches.ts. */
export const PENDING_KEY = 'pending';
export const BATCHES_KEY = 'batches';
/** In `storage.local`: see clock-correction.ts. */
export const CLOCK_KEY = 'clock';
export const LOCK_ALARM = 'lock-at-deadline';
export const SCAN_MENU = 'scan-page';
export const FILL_MENU = 'fill-code';
/** The same as in manifest.json. */
export const LOCK_COMMAND = 'lock';
export const SCAN_COMMAND = 'scan';
export const FILL_COMMAND = 'fill';
