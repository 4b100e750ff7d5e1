// What the driver does inside Firefox itself: bodies of async functions, run in the window's own ("chrome") context.

/** Puts the extension's button into the toolbar, where a person would drag it. Argument: the add-on's id. */
export const placeButton = `
  const { CustomizableUI } = ChromeUtils.importESModule(
    'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
  const widget = arguments[0].toLowerCase().replace(/[^a-z0-9_-]/g, '_') + '-browser-action';
  CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
  window.focus();
  return widget;
`;

/** Clicks the extension's button with the mouse. Argument: the widget's id. */
export const clickButton = `
  const events = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc };
  Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', events);
  const button = document.getElementById(arguments[0]).querySelector('.unified-extensions-item-action-button');
  events.synthesizeMouseAtCenter(button, {}, window);
`;

/** The browser id of the popup, once its panel is open on a page of the extension and loaded. Argument: the origin. */
export const findPopup = `
  for (const browser of document.querySelectorAll('browser.webextension-popup-browser')) {
    if (browser.closest('panel')?.state !== 'open') continue;
    if (!browser.currentURI?.spec.startsWith(arguments[0] + '/')) continue;
    if (browser.webProgress?.isLoadingDocument) continue;
    return browser.browserId;
  }
  return null;
`;

/** What a click outside does to a panel; such a click cannot be synthesised. */
export const hidePopup = `
  document.querySelector('browser.webextension-popup-browser')?.closest('panel')?.hidePopup();
`;

/** Loads an address in the tab in front, or a new one, and answers its browser id. Arguments: the address, whether new. */
export const load = `
  const [url, isNew] = arguments;
  const principal = Services.scriptSecurityManager.getSystemPrincipal();
  if (isNew) gBrowser.selectedTab = gBrowser.addTab('about:blank', { triggeringPrincipal: principal });
  const browser = gBrowser.selectedBrowser;
  // As after an address was typed: the focus leaves the browser's own buttons for the page.
  browser.focus();
  // A browser refers to its listeners only weakly: one that nobody else holds may be collected before the page is there.
  window.rigListeners ??= new Set();
  const failure = await new Promise((resolve) => {
    const { STATE_STOP, STATE_IS_NETWORK } = Ci.nsIWebProgressListener;
    // The page before may still have been loading: its end is not the end of this one.
    const wanted = Services.io.newURI(url).spec;
    const isOfAnother = (request) =>
      request instanceof Ci.nsIChannel && ![request.originalURI.spec, request.URI.spec].includes(wanted);
    const listener = {
      QueryInterface: ChromeUtils.generateQI(['nsIWebProgressListener', 'nsISupportsWeakReference']),
      onStateChange(progress, request, flags, status) {
        const isEnd = (flags & STATE_STOP) && (flags & STATE_IS_NETWORK) && progress.isTopLevel;
        if (!isEnd || isOfAnother(request)) return;
        if (browser.currentURI.spec === 'about:blank' && url !== 'about:blank') return;
        browser.removeProgressListener(listener);
        window.rigListeners.delete(listener);
        resolve(Components.isSuccessCode(status) ? null : status);
      },
    };
    window.rigListeners.add(listener);
    browser.addProgressListener(listener);
    browser.fixupAndLoadURIString(url, { triggeringPrincipal: principal });
  });
  if (failure !== null) throw new Error('Could not load ' + url + ': 0x' + failure.toString(16));
  return browser.browserId;
`;

export const closeOtherTabs = `
  const others = gBrowser.tabs.filter((tab) => tab !== gBrowser.selectedTab);
  gBrowser.removeTabs(others, { animate: false, skipPermitUnload: true });
`;

/** Loads an address in a window of its own and answers its browser id. Argument: the address. */
export const openWindow = `
  const { BrowserWindowTracker } = ChromeUtils.importESModule('resource:///modules/BrowserWindowTracker.sys.mjs');
  const opened = await BrowserWindowTracker.promiseOpenWindow();
  const browser = opened.gBrowser.selectedBrowser;
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  browser.fixupAndLoadURIString(arguments[0], { triggeringPrincipal });
  return browser.browserId;
`;

/** The tab whose address contains the argument, brought to the front: its browser id. */
export const showTab = `
  const tab = gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.includes(arguments[0]));
  if (tab === undefined) return null;
  gBrowser.selectedTab = tab;
  return tab.linkedBrowser.browserId;
`;

export const listTabs = 'return gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec)';

export const readClipboard = `
  const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
  transferable.init(null);
  transferable.addDataFlavor('text/plain');
  const context = window.browsingContext.currentWindowContext;
  Services.clipboard.getData(transferable, Ci.nsIClipboard.kGlobalClipboard, context);
  const held = {};
  try {
    transferable.getTransferData('text/plain', held);
  } catch {
    return ''; // It holds no text.
  }
  return held.value.QueryInterface(Ci.nsISupportsString).data;
`;

/** Stops the event page. Argument: the add-on's id. */
export const stopBackground = `
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  await extension.terminateBackground({ ignoreDevToolsAttached: true });
`;

export const findBackgroundState = 'return WebExtensionPolicy.getByID(arguments[0]).extension.backgroundState';

/** The browser id of the event page; one that is stopped is started, as any event for it would. Argument: the add-on's id. */
export const findBackground = `
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  for (const view of extension.views)
    if (view.viewType === 'background') return view.xulBrowser.browserId;
  void extension.wakeupBackground?.();
  return null;
`;
