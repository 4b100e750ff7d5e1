/**
 * What a browser holds against a site's pages: an error in its console, such as a style that the page's policy blocked;
 * a part that is not there; a request to anybody else. How a page itself is answered is for the tests to judge.
 */
import type { BrowserContext, ConsoleMessage, Request, Response } from 'playwright-core';
import { ChromiumBrowser } from './rig/chromium';
import type { ExtensionBrowser } from './rig/extension-browser';
import { FirefoxBrowser } from './rig/firefox';
import type { Marionette } from './rig/marionette';

export interface Complaints {
  read(): Promise<readonly string[]>;
  end(): Promise<void>;
}

/** Listens from now on, to the tabs of `browser` that show the site. */
export async function listenForComplaints(browser: ExtensionBrowser, siteUrl: string): Promise<Complaints> {
  if (browser instanceof ChromiumBrowser) return listenInChromium(browser.context, siteUrl);
  if (browser instanceof FirefoxBrowser) return await listenInFirefox(browser.marionette, siteUrl);
  throw new Error(`Nobody knows how to listen in ${browser.kind}.`);
}

function listenInChromium(context: BrowserContext, siteUrl: string): Complaints {
  const complaints: string[] = [];
  // Tabs of earlier pages may still ask for theirs. The extension's own worker belongs to no tab.
  const isOurs = (request: Request) =>
    request.serviceWorker() === null &&
    (request.isNavigationRequest() || request.frame().page().url().startsWith(siteUrl));
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() !== 'error' || message.page()?.url().startsWith(siteUrl) !== true) return;
    // The status of an answer is seen below, together with what was asked for.
    if (!/with a status of \d+/.test(message.text())) complaints.push(message.text());
  };
  const onRequest = (request: Request) => {
    const url = request.url();
    if (isOurs(request) && !url.startsWith(siteUrl) && !url.startsWith('data:')) complaints.push(url);
  };
  const onResponse = (response: Response) => {
    const request = response.request();
    if (isOurs(request) && response.status() >= 400 && request.resourceType() !== 'document')
      complaints.push(request.url());
  };
  context.on('console', onConsole).on('request', onRequest).on('response', onResponse);
  return {
    read: async () => [...complaints],
    end: async () => {
      context.off('console', onConsole).off('request', onRequest).off('response', onResponse);
    },
  };
}

// Kept on the browser's window, by the site. Requests that the browser makes for itself belong to no tab.
const listenScript = `
  const [siteUrl] = arguments;
  const complaints = [];
  const http = {
    observe(subject, topic) {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const { browsingContext, externalContentPolicyType } = channel.loadInfo;
      const tab = browsingContext?.top.embedderElement;
      if (!gBrowser.browsers.includes(tab)) return;
      const isPage = externalContentPolicyType === Ci.nsIContentPolicy.TYPE_DOCUMENT;
      if (!isPage && !tab.currentURI.spec.startsWith(siteUrl)) return;
      const isAnswer = topic === 'http-on-examine-response';
      const isBad = isAnswer
        ? channel.responseStatus >= 400 && !isPage
        : !channel.URI.spec.startsWith(siteUrl);
      if (isBad) complaints.push(channel.URI.spec);
    },
  };
  const console = {
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError) || !message.sourceName.startsWith(siteUrl)) return;
      if ((message.flags & (Ci.nsIScriptError.warningFlag | Ci.nsIScriptError.infoFlag)) === 0)
        complaints.push(message.errorMessage);
    },
  };
  const topics = ['http-on-modify-request', 'http-on-examine-response'];
  for (const topic of topics) Services.obs.addObserver(http, topic);
  Services.console.registerListener(console);
  window.rigComplaints ??= {};
  window.rigComplaints[siteUrl] = {
    read: () => complaints,
    end() {
      for (const topic of topics) Services.obs.removeObserver(http, topic);
      Services.console.unregisterListener(console);
    },
  };
`;

async function listenInFirefox(marionette: Marionette, siteUrl: string): Promise<Complaints> {
  await marionette.runInBrowser(listenScript, [siteUrl]);
  return {
    read: async () =>
      await marionette.runInBrowser<string[]>('return window.rigComplaints[arguments[0]].read()', [siteUrl]),
    end: async () => await marionette.runInBrowser('window.rigComplaints[arguments[0]].end()', [siteUrl]),
  };
}
