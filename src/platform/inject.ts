/** Runs one self-contained function in the top frame of a tab the person has just pointed at. */
import browser from 'webextension-polyfill';
import { err, ok, type Result } from '../result';

export async function runInTab<A extends unknown[], T>(
  tabId: number,
  func: (...values: A) => T,
  values: A,
): Promise<Result<T, { kind: 'page-closed-to-extensions' }>> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: func as (...values: unknown[]) => unknown,
      args: values,
    });
    // Chromium answers null, without an error, for a function that threw.
    if (frame?.result === undefined || frame.result === null) return err({ kind: 'page-closed-to-extensions' });
    return ok(frame.result as T);
  } catch {
    return err({ kind: 'page-closed-to-extensions' });
  }
}
