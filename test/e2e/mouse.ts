/** A mouse over a page in a tab of either browser: its button held down from one place to another, as the rig itself never does. */
import { ChromiumView } from './rig/chromium-view';
import type { ExtensionBrowser, View } from './rig/extension-browser';
import { FirefoxBrowser } from './rig/firefox';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Act = 'move' | 'down' | 'up';

const firefoxScript = `
  const [type, x, y] = arguments;
  if (!window.rigMouse) {
    window.rigMouse = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc };
    Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', window.rigMouse);
  }
  const { left, top } = window.gBrowser.selectedBrowser.getBoundingClientRect();
  const buttons = type === 'mouseup' ? 0 : 1;
  window.rigMouse.synthesizeMouseAtPoint(left + x, top + y, { type, button: 0, buttons }, window);
`;

/** One act of the mouse at a place of the page in the tab in front. */
export async function mouse(browser: ExtensionBrowser, view: View, act: Act, { x, y }: Place): Promise<void> {
  if (browser instanceof FirefoxBrowser) {
    await browser.marionette.runInBrowser(firefoxScript, [`mouse${act}`, x, y]);
    return;
  }
  if (!(view instanceof ChromiumView)) throw new Error(`${browser.kind} has no mouse here.`);
  const { mouse: real } = view.page;
  if (act === 'move') await real.move(x, y);
  else {
    await real.move(x, y);
    await real[act]();
  }
}

export async function middleOf(view: View, target: string): Promise<Place> {
  return await view.evaluate<Place>(`(() => {
    const { left, top, width, height } = document.querySelector(${JSON.stringify(target)}).getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  })()`);
}
