// What both drivers offer: a real browser with the extension installed, its real toolbar popup with a real activeTab
// grant, and pages. A target is a CSS selector and means its first match. Every wait ends in an error that names the
// target and shows what the page said instead.

export type ColorScheme = 'light' | 'dark';

/** A page or the popup. */
export interface View {
  /** Clicks as a mouse does, once the target is visible, enabled and not covered. */
  click(target: string): Promise<void>;
  /** Clicks into the field, selects what is there and types over it, key by key. */
  type(target: string, text: string): Promise<void>;
  /** One key for whatever has the focus, with its modifiers in front: `Enter`, `Shift+Enter`, `ControlOrMeta+c`. */
  press(key: string): Promise<void>;
  /** Chooses an option of a `<select>` by its value. */
  select(target: string, value: string): Promise<void>;
  /** Gives files, together, to an `<input type=file>`, which may be hidden behind a button. */
  attachFiles(target: string, ...files: string[]): Promise<void>;
  /** The text a person sees in the target once it is visible, without the space around it. */
  text(target: string): Promise<string>;
  /** What the field holds, once it is visible. */
  value(target: string): Promise<string>;
  /** Waits until the target is visible. */
  waitFor(target: string): Promise<void>;
  /** Waits, longer than a code lives, for a visible target whose text contains or matches; answers the text. */
  waitForText(target: string, expected: RegExp | string): Promise<string>;
  /** The same for what a field holds. */
  waitForValue(target: string, expected: RegExp | string): Promise<string>;
  /** Whether there is a visible match now. */
  has(target: string): Promise<boolean>;
  /** The value, as JSON, of an expression evaluated in the view; promises are awaited. Gives no user activation. */
  evaluate<T>(source: string): Promise<T>;
  /** Gives the page this size, in CSS pixels, for as long as its tab is open. The window should be larger. */
  resize(width: number, height: number): Promise<void>;
  /** Shows the view as on a machine whose person prefers light or dark, until it is closed or told otherwise. */
  preferColors(scheme: ColorScheme): Promise<void>;
  /** Writes what the view shows as a PNG file. */
  screenshot(file: string): Promise<void>;
}

export interface ExtensionBrowser {
  readonly kind: 'chromium' | 'firefox';
  /** `chrome-extension://ID` or `moz-extension://UUID`. */
  readonly extensionOrigin: string;
  readonly profilePath: string;
  /** Settles when the browser is gone for good: closed by `close` or by a person, not by `end`, `restart` or `kill`. */
  readonly closed: Promise<void>;
  /** Navigates the tab in front. */
  openPage(url: string): Promise<View>;
  /** Opens a tab in front of the others. */
  openTab(url: string): Promise<View>;
  /** Opens a window in front of the others. */
  openWindow(url: string): Promise<View>;
  /** Waits for a tab whose address contains `url`, such as one the extension opened, and brings it to the front. */
  waitForTab(url: string): Promise<View>;
  /** Closes the tabs behind the one in front: each would go on costing time. */
  closeOtherTabs(): Promise<void>;
  /** Clicks the extension's button in the toolbar, for the tab in front, and waits for the popup. */
  openPopup(): Promise<View>;
  isPopupOpen(): Promise<boolean>;
  /** Takes the popup away as a click outside it does. Fine when it is closed already. */
  closePopup(): Promise<void>;
  /** The text on the clipboard, or ''. Leaves the popup open. */
  readClipboard(): Promise<string>;
  /** Stops the service worker or event page, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /**
   * Puts the running browser back to where a fresh one starts: one blank tab in front, the extension just installed with
   * nothing stored in any area or database and nothing granted, no cookie, clipboard or download left. Throws where something is.
   */
  reset(): Promise<void>;
  /** Ends the browser in good order, or picks up after `end` or `kill`, and starts it with the same profile and the extension. */
  restart(): Promise<void>;
  /** Ends the browser in good order. The profile stays, for `restart`. */
  end(): Promise<void>;
  /** Ends the browser in the middle of whatever it does. The profile stays, for `restart`. */
  kill(): Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** The unpacked extension. */
  readonly extensionDir: string;
  readonly colorScheme?: ColorScheme;
  readonly deviceScaleFactor?: number;
  /** Without a window on a display; true unless said otherwise. */
  readonly headless?: boolean;
  readonly windowSize?: { readonly width: number; readonly height: number };
  /**
   * Leads every host name to this machine and takes any certificate, so that a page can be at `https://shop.example:PORT`
   * and nothing gets out.
   */
  readonly everyHostIsLocal?: boolean;
  /** Chromium writes there, as JSON, every request and every connection of the whole browser until it ends. */
  readonly netLogFile?: string;
  /** A Y4M film for Chromium's camera. Firefox has one of its own, which shows no code. Neither asks whether it may be used. */
  readonly cameraFilm?: string;
  /** The title of the tab that Chromium shares, without asking, with a page that wants to see one. */
  readonly sharedTab?: string;
  /** How long a view waits for a target before it gives up; `waitForText` and `waitForValue` wait three times as long. */
  readonly patienceMs?: number;
}

// Three times this is longer than the 30 s a code lives: a test may wait for the next one.
export const defaultPatienceMs = 15_000;
export const defaultWindowSize = { width: 1280, height: 900 };

/** The page or popup that a view showed is no longer there. */
export class ViewGoneError extends Error {
  constructor(what: string) {
    super(`The view is gone: ${what}`);
    this.name = 'ViewGoneError';
  }
}
