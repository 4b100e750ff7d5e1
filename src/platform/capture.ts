/** A picture of the visible part of the tab in front, by `activeTab` alone. */
import browser from 'webextension-polyfill';
import { err, ok, type Result } from '../result';

export async function captureVisibleTab(windowId: number): Promise<Result<Blob, { kind: 'capture-refused' }>> {
  try {
    const url = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
    return ok(new Blob([pngBytes(url)], { type: 'image/png' }));
  } catch {
    return err({ kind: 'capture-refused' });
  }
}

// The content security policy bars fetch() of a data: URL, so the base64 is decoded by hand.
function pngBytes(dataUrl: string): Uint8Array<ArrayBuffer> {
  const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
