/** The product's own function, run from the real popup in the tab in front, as the product runs it. */
import type { FillOrder, FillOutcome } from '../../src/sites/fill-code';
import { fillCode } from '../../src/sites/fill-in-page';
import type { View } from './rig/extension-browser';

/** Throws where the page gave no answer, as one does that is gone. */
export async function runFill(popup: View, order: FillOrder): Promise<FillOutcome['outcome']> {
  const frames = await popup.evaluate<{ result: FillOutcome | null }[]>(
    `chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.scripting.executeScript({
      target: { tabId: tab.id },
      func: ${fillCode},
      args: ${JSON.stringify([order])},
    }))`,
  );
  const outcome = frames[0]?.result?.outcome;
  if (frames.length !== 1 || outcome === undefined) throw new Error(`No answer: ${JSON.stringify(frames)}`);
  return outcome;
}
