/** One opening of one page, as a tab of a popup's size: the processor time of its main thread until it has what it is for. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

const WIDTH = 380;
const HEIGHT = 560;

/** Milliseconds of the main thread, from before the page is asked for until the frame behind the first `selector`. */
export async function timeOpening(context: BrowserContext, url: string, selector: string): Promise<number> {
  const { page, cdp } = await openMeasured(context, url, selector);
  const opened = await taskMs(cdp);
  await page.close();
  return opened;
}

/** The same, with the page left open. */
export async function openMeasured(
  context: BrowserContext,
  url: string,
  selector: string,
): Promise<{ readonly page: Page; readonly cdp: CDPSession }> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setDeviceMetricsOverride', {
    width: WIDTH,
    height: HEIGHT,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'benchDone' });
  await cdp.send('Page.enable');
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: watcher(selector) });
  const done = new Promise<void>((resolve) => cdp.once('Runtime.bindingCalled', () => resolve()));
  await cdp.send('Page.navigate', { url });
  await done;
  return { page, cdp };
}

export async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** The same watcher in every page, so that what it costs stands on both sides. */
function watcher(selector: string): string {
  return `new MutationObserver((_, observer) => {
    if (document.querySelector(${JSON.stringify(selector)}) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => benchDone('')));
  }).observe(document, { childList: true, subtree: true, attributes: true });`;
}
