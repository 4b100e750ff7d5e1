/**
 * What the fields of a page hold, in all its frames and open shadow roots. A field is named by its id, or else by its place:
 * a CSS path, behind those of the frames and shadow hosts it is in. Fields nobody types into are left out.
 */
import type { Frame, Page } from 'playwright-core';

export interface PageField {
  readonly path: string;
  readonly value: string;
  /** It holds something else than the page wrote there itself. */
  readonly isTouched: boolean;
}

/** By the place of each, which no two share. */
export type PageFields = ReadonlyMap<string, PageField>;

/** What was typed between two looks, or came with a field that was not there at the first. */
export function changedFields(before: PageFields, after: PageFields): { path: string; value: string }[] {
  return [...after].flatMap(([place, { path, value, isTouched }]) => {
    const known = before.get(place);
    const isChanged = known === undefined ? isTouched : known.value !== value;
    return isChanged ? [{ path, value }] : [];
  });
}

export async function readFields(page: Page): Promise<PageFields> {
  const fields = new Map<string, PageField>();
  for (const frame of page.frames()) {
    // A frame may go while it is asked.
    for (const [place, field] of await fieldsIn(frame).catch(() => [])) fields.set(place, field);
  }
  return fields;
}

/** From now on, what is typed is read also where the page then takes the field away. */
export async function rememberTyped(page: Page): Promise<void> {
  await page.addInitScript(`(${remember})(${fieldsOf}, ${pathOf})`);
}

async function fieldsIn(frame: Frame): Promise<[string, PageField][]> {
  const outer = await outerPath(frame);
  const found = await frame.evaluate<PageField[]>(
    `[...(window[Symbol.for('typed')]?.values() ?? []), ...(${fieldsOf})(document, ${pathOf})]`,
  );
  return found.map((field) => {
    const { path } = field;
    const place = `${outer}${path}`;
    return [place, { ...field, path: /^#\S+$/.test(path) ? path : place }];
  });
}

/** The frame's element's own path, for what is inside. */
async function outerPath(frame: Frame): Promise<string> {
  if (frame.parentFrame() === null) return '';
  const element = await frame.frameElement();
  const parent = frame.parentFrame();
  const path = await element.evaluate(pathOf);
  const isNamed = /^#\S+$/.test(path);
  return `${isNamed || parent === null ? '' : await outerPath(parent)}${path} >>> `;
}

// The rest runs in the page, as text.

function remember(fields: typeof fieldsOf, path: typeof pathOf): void {
  const typed = new Map<string, PageField>();
  Object.defineProperty(window, Symbol.for('typed'), { value: typed });
  addEventListener(
    'input',
    (event) => {
      const root = (event.composedPath()[0] as Element).getRootNode() as Document | ShadowRoot;
      for (const field of fields(root, path)) if (field.isTouched) typed.set(field.path, field);
    },
    true,
  );
}

function pathOf(element: Element): string {
  if (element.id !== '') return `#${element.id}`;
  const steps: string[] = [];
  for (let next: Element = element; ; ) {
    const { localName } = next;
    const alike = [...(next.parentNode?.children ?? [])].filter((sibling) => sibling.localName === localName);
    steps.unshift(alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(next) + 1})` : localName);
    const root = next.getRootNode();
    if (next.parentElement === null)
      return `${root instanceof ShadowRoot ? `${pathOf(root.host)} >>> ` : ''}${steps.join(' > ')}`;
    next = next.parentElement;
    if (next.id !== '') return [`#${next.id}`, ...steps].join(' > ');
  }
}

function fieldsOf(start: Document | ShadowRoot, path: (element: Element) => string): PageField[] {
  function under(root: Document | ShadowRoot): PageField[] {
    return [...root.querySelectorAll('*')].flatMap((element) => {
      const found = element.shadowRoot === null ? [] : under(element.shadowRoot);
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        if (/^(?:hidden|button|submit|reset|image|checkbox|radio|file|color|range)$/.test(element.type)) return found;
        const { value, defaultValue } = element;
        return [{ path: path(element), value, isTouched: value !== defaultValue }, ...found];
      }
      if (!element.matches('[contenteditable]:not([contenteditable=false i])')) return found;
      const value = element.textContent ?? '';
      return [{ path: path(element), value, isTouched: /^\d{1,10}$/.test(value.trim()) }, ...found];
    });
  }
  return under(start);
}
