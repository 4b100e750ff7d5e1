// The waiting half of a view, the same for every browser: it looks at the page through `evaluate` until it is as expected.
import { eventually } from './eventually';
import { type ColorScheme, type View, ViewGoneError } from './extension-browser';
import { LOOKING } from './looking';

interface Glimpse {
  readonly isRight: boolean;
  readonly isVisible: boolean;
  readonly text: string;
  readonly value: string;
}

interface Wish {
  readonly isEnabled?: boolean;
  readonly text?: RegExp | string;
  readonly value?: RegExp | string;
}

export abstract class PatientView implements View {
  protected readonly patienceMs: number;
  readonly #longestLookMs: number;
  /** Why the last look failed, if it did. */
  #failure = '';

  /** A page may wait `longestLookMs` for what it is asked to look at, before it says what there is instead. */
  constructor(patienceMs: number, longestLookMs = 0) {
    this.patienceMs = patienceMs;
    this.#longestLookMs = longestLookMs;
  }

  abstract click(target: string): Promise<void>;
  abstract type(target: string, text: string): Promise<void>;
  abstract press(key: string): Promise<void>;
  abstract select(target: string, value: string): Promise<void>;
  abstract attachFiles(target: string, ...files: string[]): Promise<void>;
  abstract evaluate<T>(source: string): Promise<T>;
  abstract screenshot(file: string): Promise<void>;
  protected abstract giveSize(width: number, height: number): Promise<void>;
  protected abstract giveColors(scheme: ColorScheme): Promise<void>;

  async resize(width: number, height: number): Promise<void> {
    await this.giveSize(width, height);
    const size = async () => JSON.stringify(await this.evaluate('[innerWidth, innerHeight]'));
    await eventually(
      async () => (await size()) === JSON.stringify([width, height]),
      async () => `the page to be ${width} by ${height}; it is ${await size()}`,
      this.patienceMs,
    );
  }

  async preferColors(scheme: ColorScheme): Promise<void> {
    await this.giveColors(scheme);
    await eventually(
      async () => await this.evaluate<boolean>(`matchMedia('(prefers-color-scheme: ${scheme})').matches`),
      () => `the page to be told of ${scheme} colours`,
      this.patienceMs,
    );
  }

  async text(target: string): Promise<string> {
    return (await this.#waitUntil(target, 'visible', {})).text;
  }

  async value(target: string): Promise<string> {
    return (await this.#waitUntil(target, 'visible', {})).value;
  }

  async waitFor(target: string): Promise<void> {
    await this.#waitUntil(target, 'visible', {});
  }

  async waitForText(target: string, expected: RegExp | string): Promise<string> {
    const words = `visible with the text ${expected}`;
    return (await this.#waitUntil(target, words, { text: expected }, 3 * this.patienceMs)).text;
  }

  async waitForValue(target: string, expected: RegExp | string): Promise<string> {
    const words = `visible with the value ${expected}`;
    return (await this.#waitUntil(target, words, { value: expected }, 3 * this.patienceMs)).value;
  }

  async has(target: string): Promise<boolean> {
    return (await this.look<Glimpse>(glimpse(target, {}, 0))).isVisible;
  }

  protected async waitUntilReady(target: string): Promise<void> {
    await this.#waitUntil(target, 'visible and enabled', { isEnabled: true });
  }

  /** The value of a call of one of the functions in LOOKING. */
  protected async look<T>(call: string): Promise<T> {
    return await this.evaluate<T>(`${LOOKING}.${call}`);
  }

  /** Between two documents a page cannot be asked; a view that is gone will not come back. */
  protected async tryToLook<T>(call: string): Promise<T | undefined> {
    try {
      this.#failure = '';
      return await this.look<T>(call);
    } catch (error) {
      this.#failure = `\nThe last look failed: ${String(error)}`;
      if (error instanceof ViewGoneError) throw new ViewGoneError(`${error.message} (at ${call})`);
      return undefined;
    }
  }

  /** The words a page shows, for an error; a page that cannot answer says why. */
  protected async describePage(): Promise<string> {
    try {
      const { url, text } = await this.evaluate<{ url: string; text: string }>(
        '({ url: location.href, text: document.body?.innerText ?? "" })',
      );
      return `${url} shows:\n${text.slice(0, 2000)}${this.#failure}`;
    } catch (error) {
      return `the page does not answer: ${String(error)}`;
    }
  }

  async #waitUntil(target: string, words: string, wish: Wish, timeoutMs = this.patienceMs): Promise<Glimpse> {
    const call = glimpse(target, wish, this.#longestLookMs);
    return await eventually(
      async () => {
        const seen = await this.tryToLook<Glimpse>(call);
        return seen?.isRight === true ? seen : undefined;
      },
      async () => `${target} to be ${words}. ${await this.describePage()}`,
      timeoutMs,
    );
  }
}

function glimpse(target: string, wish: Wish, patienceMs: number): string {
  const inJson = (_: string, value: unknown) => (value instanceof RegExp ? [value.source, value.flags] : value);
  return `glimpse(${JSON.stringify(target)}, ${JSON.stringify(wish, inJson)}, ${patienceMs})`;
}
