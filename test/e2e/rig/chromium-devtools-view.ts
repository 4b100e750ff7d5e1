// A view of Chromium on its DevTools protocol alone: enough for the popup, which Playwright does not show.
import { writeFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';
import { pressKey, typeText } from './chromium-keys';
import { bounded, eventually } from './eventually';
import { type ColorScheme, ViewGoneError } from './extension-browser';
import { LOOKING } from './looking';
import { PatientView } from './patient-view';

export interface Devtools {
  readonly send: CDPSession['send'];
  readonly isGone: boolean;
}

interface Aim {
  readonly place?: { readonly x: number; readonly y: number };
  readonly obstacle?: string;
}

// A document that comes while it waits is only seen once this is over.
const longestLookMs = 1000;

export class DevtoolsView extends PatientView {
  protected readonly devtools: Devtools;
  #world: Promise<number> | undefined;

  constructor(devtools: Devtools, patienceMs: number) {
    super(patienceMs, longestLookMs);
    this.devtools = devtools;
  }

  /** Waits until the page is loaded, and stands on the screen with the focus. */
  async waitUntilShown(): Promise<void> {
    await eventually(
      async () => (await this.tryToLook<{ isRight?: boolean }>(`isShown(${longestLookMs})`))?.isRight === true,
      async () => `the page to be shown and have the focus. ${await this.describePage()}`,
      this.patienceMs,
    );
  }

  async click(target: string): Promise<void> {
    await eventually(
      async () => await this.#clickOnce(target),
      async () => `${target} to be met by a click. ${await this.describePage()}`,
      this.patienceMs,
    );
  }

  async type(target: string, text: string): Promise<void> {
    await this.click(target);
    await this.look(`selectAll(${JSON.stringify(target)})`);
    await this.#act(`type into ${target}`, [pressKey(this.devtools, 'Delete'), typeText(this.devtools, text)]);
  }

  async press(key: string): Promise<void> {
    if (this.devtools.isGone) throw new ViewGoneError('its key cannot be pressed');
    // A key may close its own popup before it is let go.
    await this.#act(`press ${key}`, [pressKey(this.devtools, key)]);
  }

  async select(target: string, value: string): Promise<void> {
    await this.waitUntilReady(target);
    const call = `choose(${JSON.stringify(target)}, ${JSON.stringify(value)}, ${longestLookMs})`;
    await eventually(
      async () => (await this.tryToLook<{ isRight?: boolean }>(call))?.isRight === true,
      async () => `${target} to offer ${value}. ${await this.describePage()}`,
      this.patienceMs,
    );
  }

  async attachFiles(target: string, ...files: string[]): Promise<void> {
    const objectId = await eventually(
      async () => {
        const { result } = await this.#run(`document.querySelector(${JSON.stringify(target)})`, undefined, false);
        return result.objectId;
      },
      async () => `${target} to take files. ${await this.describePage()}`,
      this.patienceMs,
    );
    await this.devtools.send('DOM.setFileInputFiles', { files, objectId });
  }

  // No gesture of a person: looking at a page must not be one.
  async evaluate<T>(source: string): Promise<T> {
    return await this.#value<T>(source);
  }

  async screenshot(file: string): Promise<void> {
    await this.look('showCaret(false)');
    const { data } = await this.devtools.send('Page.captureScreenshot', { format: 'png' });
    await this.look('showCaret(true)');
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  // Beside the page's own scripts, in a world that these can neither see nor change. It ends with its document.
  protected override async look<T>(call: string): Promise<T> {
    const known = this.#world;
    try {
      return await this.#inWorld<T>(call);
    } catch (error) {
      this.#world = undefined;
      if (known === undefined || this.devtools.isGone) throw error;
      return await this.#inWorld<T>(call);
    }
  }

  // The density of the screen stays what it is.
  protected async giveSize(width: number, height: number): Promise<void> {
    const metrics = { width, height, deviceScaleFactor: 0, mobile: false };
    await this.devtools.send('Emulation.setDeviceMetricsOverride', metrics);
  }

  protected async giveColors(scheme: ColorScheme): Promise<void> {
    const features = [{ name: 'prefers-color-scheme', value: scheme }];
    await this.devtools.send('Emulation.setEmulatedMedia', { features });
  }

  /** Whether the click met the target, or took the page away, which then cannot tell. */
  async #clickOnce(target: string): Promise<boolean> {
    const { x, y } = await this.#aim(target);
    const button = { x, y, button: 'left', clickCount: 1 } as const;
    const { send } = this.devtools;
    await this.#act(`click ${target}`, [
      send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y }),
      send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button }),
      send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button }),
    ]);
    if (this.devtools.isGone) return true;
    return await this.#inWorld<boolean>('disarm()').catch(() => {
      this.#world = undefined;
      return true;
    });
  }

  async #aim(target: string): Promise<{ readonly x: number; readonly y: number }> {
    let obstacle = 'visible and enabled';
    const call = `place(${JSON.stringify(target)}, ${longestLookMs})`;
    return await eventually(
      async () => {
        const aim = await this.tryToLook<Aim>(call);
        obstacle = aim?.obstacle ?? obstacle;
        return aim?.place;
      },
      async () => `${target} to be ${obstacle}. ${await this.describePage()}`,
      this.patienceMs,
    );
  }

  async #inWorld<T>(call: string): Promise<T> {
    this.#world ??= this.#openWorld();
    return await this.#value<T>(`rig.${call}`, await this.#world);
  }

  async #openWorld(): Promise<number> {
    const { send } = this.devtools;
    const { frameTree } = await send('Page.getFrameTree');
    const world = { frameId: frameTree.frame.id, worldName: 'rig' };
    const { executionContextId } = await send('Page.createIsolatedWorld', world);
    await this.#run(`globalThis.rig = ${LOOKING}; 0`, executionContextId);
    return executionContextId;
  }

  async #value<T>(source: string, contextId?: number): Promise<T> {
    const { result, exceptionDetails } = await this.#run(source, contextId);
    if (exceptionDetails !== undefined)
      throw new Error(`In the page: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return (result.value ?? null) as T;
  }

  async #run(expression: string, contextId?: number, returnByValue = true) {
    if (this.devtools.isGone) throw new ViewGoneError(expression.slice(0, 100));
    const where = contextId === undefined ? {} : { contextId };
    const asked = this.devtools.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue, ...where });
    const what = `the value of ${expression.slice(0, 200)}`;
    return await bounded(asked, 3 * this.patienceMs, what).catch((error: Error) => {
      throw this.devtools.isGone ? new ViewGoneError(expression.slice(0, 100)) : error;
    });
  }

  // A click may close the popup it lands in: then it has done its work.
  async #act(what: string, acts: readonly Promise<unknown>[]): Promise<void> {
    const failed = (await Promise.allSettled(acts)).find(({ status }) => status === 'rejected');
    if (failed === undefined || this.devtools.isGone) return;
    const { reason } = failed as PromiseRejectedResult;
    throw new Error(`Could not ${what}: ${String(reason)}\n${await this.describePage()}`);
  }
}
