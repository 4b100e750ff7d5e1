import type { View } from '../e2e/rig/extension-browser';
import type { FirefoxBrowser } from '../e2e/rig/firefox';
import { HAS_ITS_FOCUS } from './focus';
import type { DocumentDriver, World } from './open-document';

// Bodies of functions. Each of these two runs in the content process of a frame, with all its privileges.

/** A sandbox as the browser makes one for an extension's script in a page. Argument: the expression. */
const runBeside = `
  const sandbox = new Cu.Sandbox([window], {
    sandboxPrototype: window,
    sameZoneAs: window,
    wantXrays: true,
    isWebExtensionContentScript: true,
  });
  return Cu.evalInSandbox('(async () => JSON.stringify(await (' + arguments[0] + ')))()', sandbox);
`;

const runAmongScripts = `
  return window.wrappedJSObject.eval('(async () => JSON.stringify(await (' + arguments[0] + ')))()');
`;

const isWithoutFocus = `
  return new Promise((resolve) => {
    const look = () => (document.hasFocus() ? setTimeout(look, 1) : resolve(true));
    look();
  });
`;

// These run in the browser's own process, for the tab in front.

const run = `
  const [script, expression, hasAllFrames] = arguments;
  const top = gBrowser.selectedBrowser.browsingContext;
  const { documentPrincipal } = top.currentWindowGlobal;
  const isOfItsOrigin = ({ currentWindowGlobal }) => currentWindowGlobal?.documentPrincipal.equals(documentPrincipal);
  const contexts = hasAllFrames ? top.getAllBrowsingContextsInSubtree().filter(isOfItsOrigin) : [top];
  const options = { timeout: 45000, sandboxName: 'system', newSandbox: true, file: 'rig', line: 1 };
  return await Promise.all(contexts.map(({ currentWindowGlobal }) =>
    currentWindowGlobal.getActor('MarionetteCommands').executeScript(script, [expression], options)));
`;

const takeFocus = 'Services.focus.clearFocus(window)';

const takePicture = `
  const actor = gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  return await actor.takeScreenshot(null, 0, false, false);
`;

export class FirefoxDocument implements DocumentDriver {
  readonly #browser: FirefoxBrowser;
  #view: View | undefined;

  constructor(browser: FirefoxBrowser) {
    this.#browser = browser;
  }

  async open(url: string): Promise<void> {
    this.#view = await this.#browser.openPage(url);
    await this.run(HAS_ITS_FOCUS, 'ISOLATED', false);
    await this.#inBrowser(takeFocus);
    await this.#inBrowser(run, isWithoutFocus, '', false);
  }

  async ask(expression: string): Promise<unknown> {
    if (this.#view === undefined) throw new Error('No document is open.');
    return await this.#view.evaluate(expression);
  }

  async run(expression: string, world: World, hasAllFrames: boolean): Promise<unknown[]> {
    const script = world === 'MAIN' ? runAmongScripts : runBeside;
    const results = await this.#inBrowser<(string | null)[]>(run, script, expression, hasAllFrames);
    return results.map((json) => (json === null ? null : JSON.parse(json)));
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.#inBrowser<string>(takePicture), 'base64');
  }

  async #inBrowser<T>(script: string, ...args: unknown[]): Promise<T> {
    return await this.#browser.marionette.runInBrowser<T>(script, args);
  }
}
