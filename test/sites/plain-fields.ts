/** Fields without a page, for what reads a meaning out of what they say of themselves. */
import type { Field } from '../../src/sites/page-field';

interface Surroundings {
  /** The text of its <label>. */
  readonly label?: string;
  /** The text that a person reads around it. */
  readonly near?: string;
  readonly width?: number;
  readonly height?: number;
  /** Texts by the ids that its attributes name. */
  readonly texts?: Readonly<Record<string, string>>;
}

type Tag = 'input' | 'textarea' | 'div';

class PlainField {
  readonly isConnected = true;
  readonly isContentEditable = true;
  readonly readOnly = false;
  readonly tag: Tag;
  readonly attributes: Readonly<Record<string, string>>;
  readonly around: Surroundings;
  readonly labels: readonly { readonly textContent: string }[];

  constructor(tag: Tag, attributes: Readonly<Record<string, string>>, around: Surroundings) {
    this.tag = tag;
    this.attributes = attributes;
    this.around = around;
    this.labels = around.label === undefined ? [] : [{ textContent: around.label }];
  }

  get type(): string {
    return this.attributes['type'] ?? 'text';
  }

  get maxLength(): number {
    return Number(this.attributes['maxlength'] ?? -1);
  }

  get inputMode(): string {
    return this.attributes['inputmode'] ?? '';
  }

  get placeholder(): string {
    return this.attributes['placeholder'] ?? '';
  }

  get offsetWidth(): number {
    return this.around.width ?? 300;
  }

  get offsetHeight(): number {
    return this.around.height ?? 40;
  }

  getAttribute(name: string): string | null {
    return this.attributes[name] ?? null;
  }

  hasAttribute(name: string): boolean {
    return name in this.attributes;
  }

  getRootNode(): object {
    return { nodeType: 11, getElementById: (id: string) => ({ textContent: this.around.texts?.[id] ?? '' }) };
  }
}

export function field(attributes: Record<string, string> = {}, around: Surroundings = {}, tag: Tag = 'input'): Field {
  return new PlainField(tag, attributes, around) as unknown as Field;
}

const SELECTORS: Readonly<Record<string, (field: PlainField) => boolean>> = {
  input: ({ tag }) => tag === 'input',
  textarea: ({ tag }) => tag === 'textarea',
  'input, textarea': ({ tag }) => tag !== 'div',
  'input, textarea, [contenteditable]:not([contenteditable=false i])': () => true,
  '[type=password i]': ({ type }) => type === 'password',
  ':disabled': ({ attributes }) => 'disabled' in attributes,
};

const page: { fields: readonly Field[]; focused: Field | null } = { fields: [], focused: null };

/** What the page holds, and which of it has the focus. */
export function showPage(fields: readonly Field[], focused: Field | null = null): void {
  Object.assign(page, { fields, focused });
}

/** In the place of src/sites/page-elements.ts, which asks a browser. */
export const plainElements = {
  matches: (one: PlainField, selector: string) => {
    const isMatch = SELECTORS[selector];
    if (isMatch === undefined) throw new Error(`No plain field knows ${selector}.`);
    return isMatch(one);
  },
  around: (one: PlainField) => {
    const text = one.around.near ?? '';
    return [one, { textContent: text, innerText: text, namespaceURI: 'http://www.w3.org/1999/xhtml' }];
  },
  read: (_prototype: unknown, name: string, object: Record<string, unknown>) => object[name],
  shadowOf: () => null,
  elementsUnder: () => page.fields,
  focusedElement: () => page.focused,
};

/** The classes whose prototypes are asked; in Node there are none. */
export const plainClasses = { Node: class {}, Element: class {}, HTMLElement: class {}, document: {} };
