/** Every request that leaves the browser, and who asked for it: in Chromium by its own log, in Firefox by its observers. */
import { readFileSync } from 'node:fs';
import type { ExtensionBrowser } from '../rig/extension-browser';
import { FirefoxBrowser } from '../rig/firefox';

export interface SentRequest {
  readonly url: string;
  /** The origin of the page or extension; '' for the browser itself. */
  readonly by: string;
}

const observe = `
  window.rigSent = [];
  Services.obs.addObserver((channel) => {
    const { URI, loadInfo } = channel.QueryInterface(Ci.nsIChannel);
    const origins = [loadInfo.triggeringPrincipal, loadInfo.loadingPrincipal].map((principal) => principal?.origin ?? '');
    const by = origins.find((origin) => origin.startsWith('moz-extension:')) ?? origins.find((origin) => origin.startsWith('http'));
    window.rigSent.push({ url: URI.spec, by: by ?? '' });
  }, 'http-on-opening-request');
`;

/** Firefox is watched from here on. Chromium writes its log from its start. */
export async function watchRequests(browser: ExtensionBrowser): Promise<void> {
  if (browser instanceof FirefoxBrowser) await browser.marionette.runInBrowser(observe);
}

/** Ends the browser, which completes the log of Chromium. */
export async function endAndReadRequests(
  browser: ExtensionBrowser,
  netLogFile: string,
): Promise<readonly SentRequest[]> {
  if (browser instanceof FirefoxBrowser) {
    const sent = await browser.marionette.runInBrowser<readonly SentRequest[]>('return window.rigSent');
    await browser.end();
    return sent;
  }
  await browser.end();
  return readNetLog(netLogFile);
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: { url?: string; initiator?: string } }[];
}

function readNetLog(file: string): readonly SentRequest[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const starts = events.filter(({ type }) => type === constants.logEventTypes['URL_REQUEST_START_JOB']);
  return starts.flatMap(({ params: { url, initiator = '' } = {} }) =>
    url === undefined ? [] : [{ url, by: initiator === 'not an origin' ? '' : initiator }],
  );
}
