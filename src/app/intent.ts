/**
 * What a context menu entry or a key asked for while the popup was still closed. It waits in `storage.session` with its tab and
 * 30 s of life; the popup takes it, once, and does the work.
 */
import { setBadge } from '../platform/action';
import { findActiveTab } from '../platform/active-tab';
import { onStoredChange, readStored, removeStored, writeStored } from '../platform/storage';

export const INTENT_KEY = 'intent';
const INTENT_MS = 30_000;

export interface Intent {
  readonly kind: 'scan' | 'fill';
  readonly tabId: number;
  readonly atMs: number;
}

export async function leaveIntent(intent: Intent): Promise<void> {
  await writeStored('session', { [INTENT_KEY]: intent });
}

/** Takes what was asked for on the tab in front, once; an intent for another tab or an old one is dropped. */
export async function takeIntent(nowMs: number): Promise<Intent | undefined> {
  const intent = (await readStored('session', INTENT_KEY)) as Intent | undefined;
  if (intent === undefined) return undefined;
  await removeStored('session', [INTENT_KEY]);
  await setBadge('');
  const isFresh = nowMs - intent.atMs <= INTENT_MS && nowMs >= intent.atMs;
  return isFresh && intent.tabId === (await findActiveTab())?.id ? intent : undefined;
}

export function onIntent(left: () => void): void {
  onStoredChange((domain, keys) => {
    if (domain === 'session' && keys.includes(INTENT_KEY)) left();
  });
}
