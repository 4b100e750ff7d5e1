/**
 * Elements of a page and of its frames of the same origin, as they stand: through slots, shadow roots and frames. A page
 * may name its elements like the properties of a form or a document: of those everything is read through the prototypes.
 */

const MOST_ELEMENTS = 30_000;
const MOST_FRAME_DEPTH = 5;

/** A property as the browser made it. */
export function read(prototype: object, name: string, object: object): unknown {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get?.call(object);
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function isFrame(element: Element): boolean {
  return matches(element, 'iframe, frame');
}

export function documentOf(element: Element): Document {
  return read(Node.prototype, 'ownerDocument', element) as Document;
}

/** Its classes make what is sent to the element: those of another window are strangers to a page. */
export function viewOf(element: Element): Window & typeof globalThis {
  return read(Document.prototype, 'defaultView', documentOf(element)) as Window & typeof globalThis;
}

export function styleOf(element: Element, pseudo = ''): CSSStyleDeclaration {
  return viewOf(element).getComputedStyle(element, pseudo);
}

export function shadowOf(element: Element): ShadowRoot | null {
  return read(Element.prototype, 'shadowRoot', element) as ShadowRoot | null;
}

export function parentOf(element: Element): Element | null {
  const slot = read(Element.prototype, 'assignedSlot', element) as Element | null;
  const parent = slot ?? (read(Node.prototype, 'parentElement', element) as Element | null);
  if (parent !== null) return parent;
  const root = Node.prototype.getRootNode.call(element);
  return root.nodeType === 9 ? viewOf(element).frameElement : ((root as ShadowRoot).host ?? null);
}

/** From the element outwards, itself first. */
export function around(element: Element): Element[] {
  const all: Element[] = [];
  for (let next: Element | null = element; next !== null; next = parentOf(next)) all.push(next);
  return all;
}

/** The document in a frame that has this origin. Any other gives nothing. */
function documentIn(frame: Element, origin: string): Document | null {
  try {
    const { contentDocument, contentWindow } = frame as HTMLIFrameElement;
    return contentDocument !== null && (contentWindow as Window & typeof globalThis).origin === origin
      ? contentDocument
      : null;
  } catch {
    return null;
  }
}

function collect(root: Document | ShadowRoot, origin: string | undefined, depth: number, elements: Element[]): void {
  const all = root.nodeType === 9 ? Document.prototype.querySelectorAll.call(root, '*') : root.querySelectorAll('*');
  for (const element of all) {
    if (elements.length >= MOST_ELEMENTS) break;
    elements.push(element);
    const shadow = shadowOf(element);
    if (shadow !== null) collect(shadow, origin, depth, elements);
    if (origin === undefined || depth >= MOST_FRAME_DEPTH || !isFrame(element)) continue;
    const inner = documentIn(element, origin);
    if (inner !== null) collect(inner, origin, depth + 1, elements);
  }
}

/** Those in frames only where an origin is given, and only in frames that have it. */
export function elementsUnder(document: Document, origin?: string): Element[] {
  const elements: Element[] = [];
  collect(document, origin, 0, elements);
  return elements;
}

/** In its frame and shadow root. */
export function focusedElement(origin: string): Element | null {
  let focused = focusedIn(document);
  while (focused !== null) {
    const shadow = shadowOf(focused);
    const inner = shadow === null && isFrame(focused) ? documentIn(focused, origin) : null;
    const next = shadow !== null ? shadow.activeElement : inner === null ? null : focusedIn(inner);
    if (next === null) break;
    focused = next;
  }
  return focused;
}

function focusedIn(document: Document): Element | null {
  return read(Document.prototype, 'activeElement', document) as Element | null;
}
