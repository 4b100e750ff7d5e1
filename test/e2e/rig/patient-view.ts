// The waiting half of a view, the same for every browser: it looks at the page through `evaluate` until it is as expected.
import { eventually } from './eventually';
import { type ColorScheme, type View, ViewGoneError } from './extension-browser';

interface Glimpse {
  readonly isVisible: boolean;
  readonly isEnabled: boolean;
  readonly text: string;
  readonly value: string;
}

// Evaluated in the page. A missing element and a hidden one are both "not visible"; an empty one can be visible.
function glimpseSource(target: string): string {
  return `(() => {
    const element = document.querySelector(${JSON.stringify(target)});
    if (element === null) return { isVisible: false, isEnabled: false, text: '', value: '' };
    return {
      isVisible: element.checkVisibility({ visibilityProperty: true }),
      isEnabled: !element.matches(':disabled'),
      text: (element.innerText ?? element.textContent).trim(),
      value: element.value ?? '',
    };
  })()`;
}

function agrees(actual: string, expected: RegExp | string): boolean {
  return typeof expected === 'string' ? actual.includes(expected) : expected.test(actual);
}

export abstract class PatientView implements View {
  protected readonly patienceMs: number;

  constructor(patienceMs: number) {
    this.patienceMs = patienceMs;
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
    return (await this.waitUntil(target, 'visible', (seen) => seen.isVisible)).text;
  }

  async value(target: string): Promise<string> {
    return (await this.waitUntil(target, 'visible', (seen) => seen.isVisible)).value;
  }

  async waitFor(target: string): Promise<void> {
    await this.waitUntil(target, 'visible', (seen) => seen.isVisible);
  }

  async waitForText(target: string, expected: RegExp | string): Promise<string> {
    const wish = `visible with the text ${expected}`;
    const fits = (seen: Glimpse) => seen.isVisible && agrees(seen.text, expected);
    return (await this.waitUntil(target, wish, fits, 3 * this.patienceMs)).text;
  }

  async waitForValue(target: string, expected: RegExp | string): Promise<string> {
    const wish = `visible with the value ${expected}`;
    const fits = (seen: Glimpse) => seen.isVisible && agrees(seen.value, expected);
    return (await this.waitUntil(target, wish, fits, 3 * this.patienceMs)).value;
  }

  async has(target: string): Promise<boolean> {
    return (await this.evaluate<Glimpse>(glimpseSource(target))).isVisible;
  }

  protected async waitUntilReady(target: string): Promise<void> {
    await this.waitUntil(target, 'visible and enabled', (seen) => seen.isVisible && seen.isEnabled);
  }

  /** The words a page shows, for an error; a page that cannot answer says why. */
  protected async describePage(): Promise<string> {
    try {
      const { url, text } = await this.evaluate<{ url: string; text: string }>(
        '({ url: location.href, text: document.body?.innerText ?? "" })',
      );
      return `${url} shows:\n${text.slice(0, 2000)}`;
    } catch (error) {
      return `the page does not answer: ${String(error)}`;
    }
  }

  private async waitUntil(
    target: string,
    wish: string,
    fits: (seen: Glimpse) => boolean,
    timeoutMs = this.patienceMs,
  ): Promise<Glimpse> {
    return eventually(
      async () => {
        const seen = await this.#glimpse(target);
        return seen !== undefined && fits(seen) ? seen : undefined;
      },
      async () => `${target} to be ${wish}. ${await this.describePage()}`,
      timeoutMs,
    );
  }

  // Between two documents a page cannot be asked; a view that is gone will not come back.
  async #glimpse(target: string): Promise<Glimpse | undefined> {
    try {
      return await this.evaluate<Glimpse>(glimpseSource(target));
    } catch (error) {
      if (error instanceof ViewGoneError) throw new ViewGoneError(`${error.message} (while looking for ${target})`);
      return undefined;
    }
  }
}
