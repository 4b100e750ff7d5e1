import type { CDPSession } from 'playwright-core';
import type { ChromiumBrowser } from '../e2e/rig/chromium';
import { ChromiumView } from '../e2e/rig/chromium-view';
import { bounded, eventually } from '../e2e/rig/eventually';
import type { View } from '../e2e/rig/extension-browser';
import { HAS_ITS_FOCUS } from './focus';
import type { DocumentDriver, World } from './open-document';

const MOST_MS = 45_000;

interface Tab {
  readonly cdp: CDPSession;
  /** Documents that have loaded, by the ids of their loaders. */
  readonly loaded: Set<string>;
}

interface FrameTree {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly FrameTree[];
}

export class ChromiumDocument implements DocumentDriver {
  readonly #browser: ChromiumBrowser;
  readonly #openPopup: () => Promise<View>;
  #tab: Promise<Tab> | undefined;
  #frameId = '';

  constructor(browser: ChromiumBrowser, openPopup: () => Promise<View>) {
    this.#browser = browser;
    this.#openPopup = openPopup;
  }

  async open(url: string): Promise<void> {
    this.#tab ??= this.#openTab();
    const { cdp, loaded } = await this.#tab;
    loaded.clear();
    const { frameId, loaderId, errorText } = await cdp.send('Page.navigate', { url });
    if (errorText !== undefined) throw new Error(`Could not load ${url}: ${errorText}`);
    this.#frameId = frameId;
    await eventually(
      () => loaded.has(loaderId ?? ''),
      () => `${url} to load`,
      MOST_MS,
    );
    await this.run(HAS_ITS_FOCUS, 'ISOLATED', false);
    // Playwright lets every page believe it has the focus, and every new document again. The popup has it.
    await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  }

  async ask(expression: string): Promise<unknown> {
    return await this.#evaluate(expression);
  }

  async run(expression: string, world: World, hasAllFrames: boolean): Promise<unknown[]> {
    const frameIds = hasAllFrames ? await this.#framesOfItsOrigin() : [this.#frameId];
    if (world === 'MAIN') return [await this.#evaluate(expression)];
    return await Promise.all(frameIds.map((frameId) => this.#evaluateBeside(frameId, expression)));
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await (await this.#requireTab()).cdp.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  async #openTab(): Promise<Tab> {
    const view = await this.#browser.openPage('about:blank');
    if (!(view instanceof ChromiumView)) throw new Error('Chromium gave a view of another kind.');
    const cdp = await view.page.context().newCDPSession(view.page);
    const loaded = new Set<string>();
    cdp.on('Page.lifecycleEvent', ({ name, loaderId }) => {
      if (name === 'load') loaded.add(loaderId);
    });
    await cdp.send('Page.enable');
    await cdp.send('Page.setLifecycleEventsEnabled', { enabled: true });
    await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: false });
    await this.#openPopup();
    const hasFocus = async () =>
      (await cdp.send('Runtime.evaluate', { expression: 'document.hasFocus()' })).result.value;
    await eventually(
      async () => !(await hasFocus()),
      () => 'the popup to take the focus',
      MOST_MS,
    );
    return { cdp, loaded };
  }

  async #requireTab(): Promise<Tab> {
    if (this.#tab === undefined) throw new Error('No document is open.');
    return await this.#tab;
  }

  async #framesOfItsOrigin(): Promise<string[]> {
    const { frameTree } = await (await this.#requireTab()).cdp.send('Page.getFrameTree');
    const frameIds = framesIn(frameTree);
    const origins = await Promise.all(frameIds.map((frameId) => this.#evaluateBeside(frameId, 'self.origin')));
    return frameIds.filter((_, at) => origins[at] === origins[0]);
  }

  async #evaluateBeside(frameId: string, expression: string): Promise<unknown> {
    const { cdp } = await this.#requireTab();
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId, worldName: 'injected' });
    return await this.#evaluate(expression, executionContextId);
  }

  async #evaluate(expression: string, contextId?: number): Promise<unknown> {
    const { cdp } = await this.#requireTab();
    const { result, exceptionDetails } = await bounded(
      cdp.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
        ...(contextId !== undefined && { contextId }),
      }),
      MOST_MS,
      `the value of ${expression.slice(0, 200)}`,
    );
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value ?? null;
  }
}

function framesIn({ frame, childFrames = [] }: FrameTree): string[] {
  return [frame.id, ...childFrames.flatMap(framesIn)];
}
