// A page or popup in Firefox, reached from the browser's own context through its browser id. Elements are found, clicked
// and typed into by Marionette's own actor in the page, which checks as WebDriver demands and sends trusted events that
// count as a person's gesture; keys go through the window, as from a keyboard, so Escape reaches the panel as well.
import { writeFileSync } from 'node:fs';
import { eventually } from './eventually';
import { type ColorScheme, ViewGoneError } from './extension-browser';
import { LOOKING } from './looking';
import type { Marionette } from './marionette';
import { PatientView } from './patient-view';

// Longer would keep a page that is replaced from being asked anew: it may take its answer with it.
const longestLookMs = 1000;

const goneMark = 'rig: view gone';

const reach = `
  const [browserId, ...given] = arguments;
  const context = BrowsingContext.getCurrentTopByBrowserId(browserId);
  if (!context?.currentWindowGlobal || !context.embedderElement) throw new Error('${goneMark}');
  const actor = context.currentWindowGlobal.getActor('MarionetteCommands');
  const find = (target) => actor.findElement('css selector', target, { timeout: 0 });
  const settings = { 'moz:accessibilityChecks': false, 'moz:webdriverClick': true, strictFileInteractability: false };
  const capabilities = { toJSON: () => settings };
  const evaluate = (source, sandboxName = null) => actor.executeScript('return (' + source + ')', [],
    { timeout: 30000, sandboxName, newSandbox: false, file: 'rig', line: 1 });
`;

// A click that closes its own popup ends the actor before it can answer.
const clickScript = `
  const element = await find(given[0]);
  await actor.clickElement(element, capabilities).catch((error) => {
    if (error.name !== 'AbortError') throw error;
  });
`;

const typeScript = `
  const [target, text] = given;
  await evaluate('document.querySelector(' + JSON.stringify(target) + ').select()');
  const DELETE = '\\uE017';
  await actor.sendKeysToElement(await find(target), DELETE + text, capabilities);
`;

// A key may reach the page's process before the news that it has the focus, and is lost there: the page itself must know.
const pressScript = `
  const [key, modifiers] = given;
  const browser = context.embedderElement;
  const own = browser.ownerDocument.defaultView;
  const isFocused = () => Services.focus.activeWindow === own && Services.focus.focusedElement === browser;
  if (!isFocused()) {
    own.focus();
    browser.focus();
  }
  if (!(await evaluate('document.hasFocus()')) || !isFocused()) return false;
  if (!own.rigEvents) {
    own.rigEvents = { window: own, parent: own, _EU_Ci: Ci, _EU_Cc: Cc };
    Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', own.rigEvents);
  }
  own.rigEvents.synthesizeKey(key, modifiers, own);
  return true;
`;

const resizeScript = `
  const [width, height] = given.map((length) => length + 'px');
  const { style } = context.embedderElement;
  Object.assign(style, { minWidth: width, maxWidth: width, minHeight: height, maxHeight: height });
`;

// What stands in the way of a click only for a moment: covered, moving into view, being drawn anew.
const passing = /NotInteractable|ClickIntercepted|NoSuchElement|StaleElement/;

// The mouse goes through the parent's window to a place on the screen: what still moves would slip away under it.
function standsStillSource(target: string): string {
  return `new Promise((resolve) => {
    const place = () => JSON.stringify([innerWidth, document.querySelector(${JSON.stringify(target)})?.getBoundingClientRect()]);
    const before = place();
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(place() === before)));
  })`;
}

export class FirefoxView extends PatientView {
  readonly #marionette: Marionette;
  readonly #browserId: number;

  constructor(marionette: Marionette, browserId: number, patienceMs: number) {
    super(patienceMs, longestLookMs);
    this.#marionette = marionette;
    this.#browserId = browserId;
  }

  async click(target: string): Promise<void> {
    await this.waitUntilReady(target);
    await eventually(
      async () => await this.#standsStill(target),
      async () => `${target} to stand still. ${await this.describePage()}`,
      this.patienceMs,
    );
    await this.#act(`click ${target}`, clickScript, target);
  }

  async type(target: string, text: string): Promise<void> {
    await this.click(target);
    await this.#act(`type into ${target}`, typeScript, target, text);
  }

  async press(key: string): Promise<void> {
    const parts = key.split(/\+(?=.)/);
    const name = parts.pop() ?? '';
    const modifiers = Object.fromEntries(parts.map((part) => [modifierProperty(part), true]));
    const printable = name === 'Space' ? ' ' : name;
    const given = [printable.length === 1 ? printable : `KEY_${printable}`, modifiers];
    await eventually(
      async () => await this.#run<boolean>(pressScript, ...given),
      async () => `the page to have the focus, for the key ${key}. ${await this.describePage()}`,
      this.patienceMs,
    );
  }

  async select(target: string, value: string): Promise<void> {
    await this.waitUntilReady(target);
    await this.#act(`select ${value} in ${target}`, clickScript, `${target} > option[value=${JSON.stringify(value)}]`);
  }

  // WebDriver's way: the paths are typed into it, one to a line.
  async attachFiles(target: string, ...files: string[]): Promise<void> {
    const script = 'await actor.sendKeysToElement(await find(given[0]), given[1], capabilities)';
    await this.#act(`attach files to ${target}`, script, target, files.join('\n'));
  }

  async evaluate<T>(source: string): Promise<T> {
    return this.#run<T>('return evaluate(given[0])', source);
  }

  // Beside the page's own scripts, which may have put other timers and other functions in place.
  protected override async look<T>(call: string): Promise<T> {
    return this.#run<T>(`return evaluate(given[0], 'rig')`, `(globalThis.rigLooking ??= ${LOOKING}).${call}`);
  }

  async screenshot(file: string): Promise<void> {
    const base64 = await this.#run<string>('return actor.takeScreenshot(null, 0, false, false)');
    writeFileSync(file, Buffer.from(base64, 'base64'));
  }

  protected async giveSize(width: number, height: number): Promise<void> {
    await this.#run(resizeScript, width, height);
  }

  protected async giveColors(scheme: ColorScheme): Promise<void> {
    await this.#run('context.prefersColorSchemeOverride = given[0]', scheme);
  }

  // The page may be replaced while it is asked: what comes then is looked at anew.
  async #standsStill(target: string): Promise<boolean> {
    try {
      return await this.evaluate<boolean>(standsStillSource(target));
    } catch (error) {
      if (String(error).includes('Document was unloaded')) return false;
      throw error;
    }
  }

  async #act(what: string, script: string, ...given: unknown[]): Promise<void> {
    let obstacle = '';
    await eventually(
      async () => {
        try {
          await this.#run(script, ...given);
          return true;
        } catch (error) {
          obstacle = String(error);
          if (passing.test(obstacle)) return false;
          throw error;
        }
      },
      async () => `${what}: ${obstacle}. ${await this.describePage()}`,
      this.patienceMs,
    );
  }

  async #run<T>(script: string, ...given: unknown[]): Promise<T> {
    try {
      return await this.#marionette.runInBrowser<T>(reach + script, [this.#browserId, ...given]);
    } catch (error) {
      if (error instanceof Error && error.message.includes(goneMark))
        throw new ViewGoneError(`browser ${this.#browserId}`);
      throw error;
    }
  }
}

function modifierProperty(name: string): string {
  if (name === 'Control') return 'ctrlKey';
  if (name === 'ControlOrMeta') return process.platform === 'darwin' ? 'metaKey' : 'ctrlKey';
  return `${name.toLowerCase()}Key`;
}
