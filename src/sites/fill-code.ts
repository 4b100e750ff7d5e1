/**
 * The one function that runs inside a page. The browser carries it there as text, so it may name nothing outside its own
 * body. It gets a code and the origin the person was looking at, checks that it is there, and types into exactly one
 * field (or one row of boxes) that asks for a code and that a person can see, in the page or in its frames of the same
 * origin. Where it has a doubt it types nothing. It adds nothing to the page and never throws: Chromium would report that
 * as no answer at all. A page may name its elements like the properties of a form or a document: of those everything is
 * read through the prototypes.
 */
import type { FieldWords } from './fill-order';

export interface FillOutcome {
  readonly outcome: 'filled' | 'no-field' | 'several-fields' | 'occupied' | 'wrong-page' | 'expired' | 'rejected';
}

export interface FillOrder {
  readonly code: string;
  /** From this moment on the code is no longer typed. Milliseconds; the largest safe integer for a counted code. */
  readonly untilMs: number;
  /** Where the person was when they asked for it. */
  readonly origin: string;
  /** Whether the form is sent off behind the code. */
  readonly submits: boolean;
  /** How long a field may take to appear. */
  readonly patienceMs: number;
  readonly words: FieldWords;
}

export async function fillCode(order: FillOrder): Promise<FillOutcome> {
  type Input = HTMLInputElement | HTMLTextAreaElement;
  /** An input, a text area, or an element whose content a person edits. */
  type Field = Input | HTMLElement;
  type Row = readonly Field[];
  type Found = Row | 'no-field' | 'several-fields';
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  interface Cover extends Box {
    readonly owner: Element;
    readonly pseudo: '' | '::before' | '::after';
    readonly style: CSSStyleDeclaration;
  }

  const { code, untilMs, origin, submits, patienceMs } = order;
  const LOOK_AGAIN_MS = 200;
  const FILLED_TYPES = ['text', 'tel', 'number', 'password'];
  const OTHER_TEXT_TYPES = ['email', 'search', 'url'];
  const LEAST_CLARITY = 0.7;
  const LEAST_SIDE_PX = 8;
  /** Of its area: what is turned or scaled further cannot be read. */
  const LEAST_SCALE = 0.2;
  const MOST_ELEMENTS = 30_000;
  const MOST_COVERING_ELEMENTS = 6000;
  const MOST_NEAR_CHARACTERS = 700;
  const MOST_FRAME_DEPTH = 5;
  const OR = /-(?:or|oder|ou|o)-/;

  const words = Object.fromEntries(
    Object.entries(order.words).map(([name, source]) => [name, new RegExp(source)]),
  ) as Record<keyof FieldWords, RegExp>;
  const OTHER_PURPOSES = /^(?:cc-.*|postal-code|email|username|current-password|tel|tel-.*)$/;

  function get(prototype: object, name: string, object: object): unknown {
    return Object.getOwnPropertyDescriptor(prototype, name)?.get?.call(object);
  }

  function matches(element: Element, selector: string): boolean {
    return Element.prototype.matches.call(element, selector);
  }

  function boxOf(element: Element): DOMRect {
    return Element.prototype.getBoundingClientRect.call(element);
  }

  function documentOf(element: Element): Document {
    return get(Node.prototype, 'ownerDocument', element) as Document;
  }

  function viewOf(element: Element): Window & typeof globalThis {
    return get(Document.prototype, 'defaultView', documentOf(element)) as Window & typeof globalThis;
  }

  function styleOf(element: Element, pseudo = ''): CSSStyleDeclaration {
    return viewOf(element).getComputedStyle(element, pseudo);
  }

  /** Through slots, shadow roots and frames. */
  function parentOf(element: Element): Element | null {
    const slot = get(Element.prototype, 'assignedSlot', element) as Element | null;
    const parent = slot ?? (get(Node.prototype, 'parentElement', element) as Element | null);
    if (parent !== null) return parent;
    const root = Node.prototype.getRootNode.call(element);
    return root.nodeType === 9 ? viewOf(element).frameElement : ((root as ShadowRoot).host ?? null);
  }

  /** From the element outwards, itself first. */
  function around(element: Element): Element[] {
    const all: Element[] = [];
    for (let next: Element | null = element; next !== null; next = parentOf(next)) all.push(next);
    return all;
  }

  /** The document in a frame that has our origin. Any other gives nothing. */
  function documentIn(frame: Element): Document | null {
    try {
      const { contentDocument, contentWindow } = frame as HTMLIFrameElement;
      return contentDocument !== null && (contentWindow as Window & typeof globalThis).origin === origin
        ? contentDocument
        : null;
    } catch {
      return null;
    }
  }

  function elementsUnder(root: Document | ShadowRoot, depth = 0, elements: Element[] = []): Element[] {
    const all = root.nodeType === 9 ? Document.prototype.querySelectorAll.call(root, '*') : root.querySelectorAll('*');
    for (const element of all) {
      if (elements.length >= MOST_ELEMENTS) break;
      elements.push(element);
      const shadow = get(Element.prototype, 'shadowRoot', element) as ShadowRoot | null;
      if (shadow !== null) elementsUnder(shadow, depth, elements);
      if (depth >= MOST_FRAME_DEPTH || !matches(element, 'iframe, frame')) continue;
      const inner = documentIn(element);
      if (inner !== null) elementsUnder(inner, depth + 1, elements);
    }
    return elements;
  }

  function isInput(field: Field): field is Input {
    return matches(field, 'input, textarea');
  }

  function textIn(field: Field): string {
    return isInput(field) ? field.value : (field.textContent ?? '');
  }

  function maxLengthOf(field: Field): number {
    return isInput(field) ? field.maxLength : -1;
  }

  /** `otpCode`, `OTP_code` and "OTP code" are all `otp-code`. */
  function plain(text: string | null | undefined): string {
    return (text ?? '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-/, '');
  }

  function textsById(field: Field, name: string): (string | null)[] {
    const root = field.getRootNode() as Document | ShadowRoot;
    const ids = (field.getAttribute(name) ?? '').split(/\s+/).filter((id) => id !== '');
    const find = (id: string) =>
      root.nodeType === 9 ? Document.prototype.getElementById.call(root, id) : root.getElementById(id);
    return ids.map((id) => find(id)?.textContent ?? null);
  }

  function purposesOf(field: Field): string[] {
    return (field.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/);
  }

  /** What it is called by the page's makers. */
  function namesOf(field: Field): string[] {
    const names = ['name', 'id', 'data-testid', 'data-test-id', 'data-test', 'formcontrolname', 'ng-model'];
    const drawn = field.hasAttribute('data-input-otp') ? ['otp'] : [];
    return [...names.map((name) => field.getAttribute(name)), ...drawn].map(plain);
  }

  /** What it is called to the person. */
  function labelsOf(field: Field): string[] {
    const told = ['aria-label', 'placeholder', 'title', 'data-placeholder', 'aria-placeholder'];
    const labels = isInput(field) ? [...(field.labels ?? [])].map(({ textContent }) => textContent) : [];
    const all = [...told.map((name) => field.getAttribute(name)), ...labels, ...textsById(field, 'aria-labelledby')];
    return all.map((text) => plain(text?.replaceAll('/', ' or ')));
  }

  function innerTextOf(element: Element): string {
    const isHtml = get(Element.prototype, 'namespaceURI', element) === 'http://www.w3.org/1999/xhtml';
    return isHtml ? `${get(HTMLElement.prototype, 'innerText', element)}` : '';
  }

  const near = new Map<Field, string>();

  /** What a person reads around it: as far out as that is little. */
  function textNear(field: Field): string {
    const known = near.get(field);
    if (known !== undefined) return known;
    let text = '';
    for (const element of around(field).slice(1)) {
      // To ask for what is shown of a large page takes long.
      if (`${get(Node.prototype, 'textContent', element)}`.length > 20 * MOST_NEAR_CHARACTERS) break;
      const shadow = get(Element.prototype, 'shadowRoot', element) as ShadowRoot | null;
      const wider = [element, ...(shadow?.children ?? [])].map(innerTextOf).join(' ');
      if (wider.length > MOST_NEAR_CHARACTERS) break;
      if (wider.length > text.length) text = wider;
    }
    near.set(field, plain(text));
    return plain(text);
  }

  function speaksOfOthers(field: Field): boolean {
    const labels = labelsOf(field);
    const names = ['name', 'id'].map((name) => plain(field.getAttribute(name)));
    const purposes = purposesOf(field);
    if (purposes.some((purpose) => OTHER_PURPOSES.test(purpose))) return true;
    if (purposes.includes('new-password') && matches(field, '[type=password i]')) return true;
    if ([...names, ...labels].some((text) => words.otherCodes.test(text))) return true;
    if (names.some((text) => words.otherSubjects.test(text) || words.otherWays.test(text))) return true;
    if (labels.some((text) => words.spareCodes.test(text))) return true;
    const told = [...labels, ...textsById(field, 'aria-describedby').map(plain)];
    const isSent = told.some((text) => words.otherWays.test(text)) || words.sent.test(textNear(field));
    return isSent && ![...told, textNear(field)].some((text) => words.authenticators.test(text));
  }

  function asksForCode(field: Field): boolean {
    if (purposesOf(field).includes('one-time-code')) return true;
    if (matches(field, 'textarea') || speaksOfOthers(field)) return false;
    if (namesOf(field).some((text) => words.codes.test(text))) return true;
    const labels = labelsOf(field);
    const isOther = (text: string) => text.split(OR).every((part) => words.otherSubjects.test(part));
    const isOurs = (text: string) =>
      text.split(OR).some((part) => words.codes.test(part) && !words.otherSubjects.test(part));
    return [...labels, ...textsById(field, 'aria-describedby').map(plain)].some(isOurs) && !labels.some(isOther);
  }

  /** A field for as many digits as the code has, where the words around it speak of the app. */
  function isMadeForCode(field: Field): boolean {
    if (!isInput(field) || speaksOfOthers(field) || labelsOf(field).some((text) => words.otherSubjects.test(text)))
      return false;
    const pattern = field.getAttribute('pattern') ?? '';
    const isNumeric =
      /^(?:numeric|decimal|tel)$/i.test(field.inputMode) ||
      /^(?:tel|number)$/.test(field.type) ||
      /\\d|0-9/.test(pattern);
    const shape = field.placeholder.replace(/[\s-]/g, '');
    const isLong =
      field.maxLength === code.length ||
      pattern.includes(`{${code.length}}`) ||
      (/^(?:\d+|x+|[_•·*#]+)$/i.test(shape) && shape.length === code.length);
    return isNumeric && isLong && words.secondSteps.test(textNear(field));
  }

  function fieldsAmong(elements: readonly Element[]): Field[] {
    return elements.filter((element): element is Field =>
      matches(element, 'input, textarea, [contenteditable]:not([contenteditable=false i])'),
    );
  }

  function isText(field: Field, types: readonly string[]): boolean {
    return !matches(field, 'input') || types.includes((field as HTMLInputElement).type);
  }

  function isUsable(field: Field): boolean {
    if (!isText(field, FILLED_TYPES) || matches(field, ':disabled')) return false;
    return isInput(field) ? !field.readOnly : field.isContentEditable;
  }

  function holdsWholeCode(field: Field): boolean {
    const most = maxLengthOf(field);
    const isNumber = matches(field, 'input') && (field as HTMLInputElement).type === 'number';
    return (most < 0 || most >= code.length) && (!isNumber || /^\d+$/.test(code));
  }

  /** How much of a thing a filter lets a person see. */
  function clarityThrough(filter: string): number {
    let clarity = 1;
    for (const [, name = '', amount = ''] of filter.matchAll(/([a-z-]+)\(([^()]*)/g)) {
      const value = Number.parseFloat(amount) / (amount.endsWith('%') ? 100 : 1);
      const isTooDark = /^(?:brightness|contrast)$/.test(name) && (value < 0.4 || value > 4);
      const isGrey = name === 'invert' && Math.abs(value - 0.5) < 0.25;
      if (name === 'url' || isTooDark || isGrey || (name === 'blur' && value > 2)) return 0;
      if (name === 'opacity') clarity *= value;
    }
    return clarity;
  }

  /** How much of it is left behind all that fades it. */
  function clarityOf(field: Element): number {
    let clarity = 1;
    for (const element of around(field)) {
      const style = styleOf(element);
      const masks = ['mask-image', '-webkit-mask-box-image-source'].map((name) => style.getPropertyValue(name));
      if (Element.prototype.hasAttribute.call(element, 'inert') || masks.some((mask) => !/^(?:none)?$/.test(mask)))
        return 0;
      clarity *= Number(style.opacity) * clarityThrough(style.filter);
    }
    return clarity;
  }

  function isLarge({ left, top, right, bottom }: Box): boolean {
    return right - left >= LEAST_SIDE_PX && bottom - top >= LEAST_SIDE_PX;
  }

  /** Drawn at all, wherever on the page. */
  function isDrawn(field: Field): boolean {
    const box = boxOf(field);
    if (!isLarge(box) || box.width * box.height < LEAST_SCALE * field.offsetWidth * field.offsetHeight) return false;
    const isThere = around(field).every(
      (element) => !matches(element, 'iframe, frame') || (isLarge(boxOf(element)) && isShown(element)),
    );
    return isThere && isShown(field) && clarityOf(field) >= LEAST_CLARITY;
  }

  function isShown(element: Element): boolean {
    return element.checkVisibility() && styleOf(element).visibility === 'visible';
  }

  /** A box of a frame's document, in the document around it. */
  function boxAround(frame: HTMLElement, { left, top, right, bottom }: Box): Box {
    const [box, style] = [boxOf(frame), styleOf(frame)];
    const [across, down] = [box.width / frame.offsetWidth, box.height / frame.offsetHeight];
    const x = (inside: number) =>
      box.left + across * (frame.clientLeft + Number.parseFloat(style.paddingLeft) + inside);
    const y = (inside: number) => box.top + down * (frame.clientTop + Number.parseFloat(style.paddingTop) + inside);
    return { left: x(left), top: y(top), right: x(right), bottom: y(bottom) };
  }

  /** The middle and four points towards the corners: all must be seen. */
  function pointsIn({ left, top, right, bottom }: Box): (readonly [x: number, y: number])[] {
    const inX = Math.max(3, (right - left) * 0.22);
    const inY = Math.max(3, (bottom - top) * 0.22);
    const corners = [left + inX, right - inX].flatMap((x) => [top + inY, bottom - inY].map((y) => [x, y] as const));
    return [[(left + right) / 2, (top + bottom) / 2], ...corners];
  }

  function alphaOf(colour: string): number {
    if (colour === 'transparent') return 0;
    const [, alpha] =
      /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/.exec(colour)?.filter((part) => part !== undefined) ?? [];
    return alpha === undefined ? 1 : Number(alpha);
  }

  function isOpaque(style: CSSStyleDeclaration): boolean {
    const isPainted = style.backgroundImage !== 'none' || !/^(?:none)?$/.test(style.backdropFilter ?? '');
    const alpha = isPainted ? 1 : alphaOf(style.backgroundColor);
    return alpha * Number(style.opacity) * clarityThrough(style.filter) > 0.5;
  }

  /** What is at a point: the field or its label, and whether a label there hides the field. */
  function hitAt(target: Element, [x, y]: readonly [number, number]): 'target' | 'opaque-label' | 'other' {
    let hit = Document.prototype.elementFromPoint.call(documentOf(target), x, y);
    for (let shadow = hit?.shadowRoot; hit !== target && shadow?.nodeType === 11; shadow = hit?.shadowRoot) {
      const inner = shadow.elementFromPoint(x, y);
      if (inner === null || inner === hit) break;
      hit = inner;
    }
    if (hit === null) return 'other';
    let isHidden = false;
    const outwards = around(target);
    for (const part of around(hit)) {
      if (part === target) return 'target';
      isHidden ||= !outwards.includes(part) && isOpaque(styleOf(part));
      if (matches(part, 'label') && (part as HTMLLabelElement).control === target)
        return isHidden ? 'opaque-label' : 'target';
    }
    return 'other';
  }

  const covers = new Map<Document, Cover[]>();

  /** Opaque things that let the mouse through: what is under a point does not tell of them. */
  function coversIn(document: Document): Cover[] {
    const known = covers.get(document);
    if (known !== undefined) return known;
    const found: Cover[] = [];
    for (const owner of elementsUnder(document, MOST_FRAME_DEPTH).slice(0, MOST_COVERING_ELEMENTS)) {
      for (const pseudo of ['', '::before', '::after'] as const) {
        const style = styleOf(owner, pseudo);
        const isThere = pseudo === '' || !/^(?:none|normal)$/.test(style.content);
        const isMeant = style.position !== 'static' && style.pointerEvents === 'none' && style.visibility === 'visible';
        if (!isThere || !isMeant || !(isOpaque(style) || (pseudo === '' && matches(owner, 'img, video')))) continue;
        const box = pseudo === '' ? boxOf(owner) : pseudoBox(owner, style);
        if (isLarge(box) && (pseudo !== '' || isShown(owner)) && clarityOf(owner) > 0.5)
          found.push({ owner, pseudo, style, ...pick(box) });
      }
    }
    covers.set(document, found);
    return found;
  }

  function pick({ left, top, right, bottom }: Box): Box {
    return { left, top, right, bottom };
  }

  /** Where the browser drew what has no element. */
  function pseudoBox(owner: Element, style: CSSStyleDeclaration): Box {
    const number = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
    const ground = around(owner).find((element) => styleOf(element).position !== 'static');
    const from = ground === undefined || style.position === 'fixed' ? { left: 0, top: 0 } : boxOf(ground);
    const [left, top] = [from.left + number('left'), from.top + number('top')];
    const wide = number('width') + number('padding-left') + number('padding-right');
    const high = number('height') + number('padding-top') + number('padding-bottom');
    return { left, top, right: left + wide, bottom: top + high };
  }

  /** Where on the stack a thing lies among those of its nearest common ancestor with another. */
  function levelOf(path: readonly CSSStyleDeclaration[], isOnTop: boolean): number {
    if (isOnTop) return Number.POSITIVE_INFINITY;
    const stacked = path.find(({ position, zIndex }) => position !== 'static' && zIndex !== 'auto');
    if (stacked !== undefined) return Number(stacked.zIndex);
    return path.some(
      ({ position, transform, opacity }) => position !== 'static' || transform !== 'none' || opacity !== '1',
    )
      ? 0
      : -0.5;
  }

  function isAbove({ owner, pseudo, style }: Cover, field: Element): boolean {
    const [outer, inner] = [around(owner).reverse(), around(field).reverse()];
    if (outer.includes(field) || (pseudo === '' && inner.includes(owner))) return false;
    let shared = 0;
    while (shared < outer.length && outer[shared] === inner[shared]) shared += 1;
    const isOnTop = (path: Element[]) => path.some((element) => matches(element, ':modal, :popover-open'));
    const [above, below] = [outer.slice(shared), inner.slice(shared)];
    const own = pseudo === '' ? [] : [style];
    const level = levelOf([...above.map((element) => styleOf(element)), ...own], isOnTop(above));
    const fieldLevel = levelOf(
      below.map((element) => styleOf(element)),
      isOnTop(below),
    );
    if (level !== fieldLevel) return level > fieldLevel;
    const [first, second] = [above[0], below[0]];
    if (first === undefined || second === undefined) return pseudo !== '::before';
    return (second.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }

  /** In the part of the page a person sees now, and the topmost thing there: this also catches clips. */
  function isSeen(target: Element, box: Box): boolean {
    const view = viewOf(target);
    const inView = {
      left: Math.max(box.left, 0),
      top: Math.max(box.top, 0),
      right: Math.min(box.right, view.innerWidth),
      bottom: Math.min(box.bottom, view.innerHeight),
    };
    if (!isLarge(inView)) return false;
    const points = pointsIn(inView);
    const hits = points.map((point) => hitAt(target, point));
    if (hits.includes('other')) return false;
    const above = coversIn(documentOf(target)).filter((cover) => isAbove(cover, target));
    const isHidden = points.every(
      ([x, y], at) =>
        hits[at] === 'opaque-label' ||
        above.some(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom),
    );
    if (isHidden) return false;
    const frame = view.frameElement as HTMLElement | null;
    return frame === null || isSeen(frame, boxAround(frame, inView));
  }

  function isVisible(field: Field): boolean {
    return isSeen(field, boxOf(field));
  }

  /** Drawn where scrolling brings it into view: beyond the window's edge, or beyond that of something that scrolls. */
  function isScrolledAway(field: Field): boolean {
    const middle = (box: Box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
    let box: Box = boxOf(field);
    for (const element of around(field)) {
      const [x, y] = middle(box);
      if (matches(element, 'iframe, frame')) box = boxAround(element as HTMLElement, box);
      else if (element !== field && /auto|scroll/.test(styleOf(element).overflowY)) {
        const outer = boxOf(element);
        if (y < outer.top || y > outer.bottom || x < outer.left || x > outer.right) return true;
      }
      if (!matches(element, ':root')) continue;
      const view = viewOf(element);
      if (x + view.scrollX > 0 && y + view.scrollY > 0 && (y < LEAST_SIDE_PX || y > view.innerHeight - LEAST_SIDE_PX))
        return true;
    }
    return false;
  }

  /** In its frame and shadow root. */
  function focusedElement(): Element | null {
    let focused: Element | null = get(Document.prototype, 'activeElement', document) as Element | null;
    while (focused !== null) {
      const shadow = get(Element.prototype, 'shadowRoot', focused) as ShadowRoot | null;
      const inner = shadow === null && matches(focused, 'iframe, frame') ? documentIn(focused) : null;
      const next: Element | null =
        shadow !== null
          ? shadow.activeElement
          : inner === null
            ? null
            : (get(Document.prototype, 'activeElement', inner) as Element | null);
      if (next === null) break;
      focused = next;
    }
    return focused;
  }

  /** The boxes of a code that is typed one character to a box: as many as the code has, all marked so or some asking. */
  function boxesAmong(fields: Row): Row {
    const isMeant = (row: Row) => {
      const [first] = row;
      if (first === undefined || row.length !== code.length) return false;
      if (row.some(asksForCode)) return true;
      if (row.some(speaksOfOthers)) return false;
      const near = textNear(first);
      const isOther = words.otherCodes.test(near) || words.otherSubjects.test(near);
      return !isOther || words.codes.test(near) || words.secondSteps.test(near);
    };
    const single = fields.filter((field) => maxLengthOf(field) === 1);
    if (single.length === code.length) return isMeant(single) ? single : [];
    const narrow = fields.filter((field) => {
      return maxLengthOf(field) === 1 || field.offsetWidth <= 1.5 * field.offsetHeight;
    });
    const isNamed =
      narrow.some(asksForCode) || narrow.every((box) => labelsOf(box).some((text) => words.boxes.test(text)));
    return isNamed && isMeant(narrow) ? narrow : [];
  }

  /** What to type into: one field, or one row of boxes; nothing, or several things that it could be. */
  function choose(fields: Row, all: Row): Found {
    const boxes = code.length > 1 ? boxesAmong(fields) : [];
    const whole = fields.filter((field) => !boxes.includes(field) && holdsWholeCode(field) && asksForCode(field));
    const focused = focusedElement();
    const pointedAt = whole.find((field) => field === focused);
    if (pointedAt !== undefined) return [pointedAt];
    if (boxes.some((box) => box === focused)) return boxes;
    const choices = boxes.length > 0 ? [boxes, ...whole.map((field) => [field])] : whole.map((field) => [field]);
    const [only] = fields;
    if (choices.length === 0 && all.length === 1 && only !== undefined && all[0] === only)
      return holdsWholeCode(only) && isMadeForCode(only) ? [only] : 'no-field';
    return choices.length > 1 ? 'several-fields' : (choices[0] ?? 'no-field');
  }

  function bringIntoView(row: Row): void {
    row[0]?.scrollIntoView({ block: 'center', behavior: 'instant' });
    covers.clear();
  }

  /** Those that a person would see once they are scrolled to. Everything stands again as it did before it is drawn. */
  function reachable(fields: Row): Row {
    const outer = new Set(fields.flatMap(around));
    const before = [...outer].map((element) => {
      const position = ['scrollLeft', 'scrollTop'].map((name) => get(Element.prototype, name, element) as number);
      return [element, position] as const;
    });
    const seen = fields.filter((field) => {
      bringIntoView([field]);
      return isVisible(field);
    });
    const scrollTo: (options: ScrollToOptions) => void = Element.prototype.scrollTo;
    for (const [element, [left = 0, top = 0]] of before) scrollTo.call(element, { left, top, behavior: 'instant' });
    return seen;
  }

  /** A field further up or down is brought into view first: a person sees what is typed. */
  function look(): Found {
    covers.clear();
    near.clear();
    const drawn = fieldsAmong(elementsUnder(document)).filter(
      (field) => isText(field, [...FILLED_TYPES, ...OTHER_TEXT_TYPES]) && isDrawn(field),
    );
    const usable = drawn.filter(isUsable);
    const inView = choose(usable.filter(isVisible), drawn);
    if (inView !== 'no-field') return inView;
    const away = usable.filter(isScrolledAway);
    if (choose(away, drawn) === 'no-field') return 'no-field';
    const found = choose(reachable(away), drawn);
    if (typeof found === 'string') return found;
    bringIntoView(found);
    return found.every(isVisible) ? found : 'no-field';
  }

  function pause(ms = 0): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** The prototype's own setter: frameworks watch the field's, and would take the change for their own. */
  function setValue(field: Field, text: string): void {
    if (!isInput(field)) {
      const selection = viewOf(field).getSelection();
      selection?.selectAllChildren(field);
      const isTyped = Document.prototype.execCommand.call(documentOf(field), 'insertText', false, text);
      if (!isTyped || textIn(field).trim() !== text) field.textContent = text;
      return;
    }
    const prototype = matches(field, 'textarea') ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
  }

  /** `data` is what is typed, `text` what the field then holds. */
  function put(field: Field, data: string, text: string): void {
    const { InputEvent } = viewOf(field);
    const inputType = data === '' ? 'deleteContentBackward' : 'insertText';
    const told = { bubbles: true, composed: true, inputType, data: data === '' ? null : data };
    if (!field.dispatchEvent(new InputEvent('beforeinput', { ...told, cancelable: true }))) return;
    // The page has heard of it, and may have made something else of the field.
    covers.clear();
    if (data !== '' && !(isUsable(field) && isDrawn(field) && isVisible(field))) return;
    setValue(field, text);
    field.dispatchEvent(new InputEvent('input', told));
  }

  function press(field: Field, kind: 'keydown' | 'keypress' | 'keyup', key: string): boolean {
    const { KeyboardEvent } = viewOf(field);
    const keyCode = key.charCodeAt(0);
    const of = { key, code: /\d/.test(key) ? `Digit${key}` : `Key${key}`, keyCode, bubbles: true, composed: true };
    return field.dispatchEvent(new KeyboardEvent(kind, { ...of, cancelable: true }));
  }

  /** Character by character, as keys do it: for fields that look at each. */
  async function typeKeys(field: Field, text: string): Promise<void> {
    if (isInput(field) && textIn(field) !== '') put(field, '', '');
    for (const key of text) {
      if (press(field, 'keydown', key) && press(field, 'keypress', key)) put(field, key, textIn(field) + key);
      press(field, 'keyup', key);
      await pause();
    }
  }

  async function type(field: Field, text: string, byKeys: boolean): Promise<void> {
    field.focus();
    if (byKeys) await typeKeys(field, text);
    else put(field, text, text);
    field.dispatchEvent(new (viewOf(field).Event)('change', { bubbles: true }));
  }

  function holdsCode(row: Row): boolean {
    return row
      .map(textIn)
      .join('')
      .replace(/[^\da-z]/gi, '')
      .toUpperCase()
      .includes(code.toUpperCase());
  }

  /** The row as it stands now, where the page has drawn it anew. */
  function renewed(row: Row): Found {
    if (row.every((field) => field.isConnected)) return row;
    const again = look();
    return typeof again === 'string' || again.length === row.length ? again : 'no-field';
  }

  /** Where the code stands now; nothing, if the page has gone on with it. Undefined if the page does not take it. */
  async function enter(row: Row): Promise<Row | undefined> {
    let hasGoneOn = false;
    const goOn = () => {
      hasGoneOn = true;
    };
    const views = new Set(row.map(viewOf));
    const listen = (how: 'addEventListener' | 'removeEventListener') => {
      for (const view of views) for (const kind of ['submit', 'beforeunload']) view[how](kind, goOn, true);
    };
    listen('addEventListener');
    try {
      let now = row;
      for (const byKeys of [false, true]) {
        const parts = now.length === 1 ? [code] : [...code];
        for (const [place, part] of parts.entries()) {
          const still = renewed(now);
          if (typeof still === 'string') return hasGoneOn ? [] : undefined;
          const isSame = still === now || still.slice(0, place).map(textIn).join('') === code.slice(0, place);
          if (!isSame) break;
          now = still;
          const field = now[place];
          if (field !== undefined) await type(field, part, byKeys);
          // Pages draw between two keys.
          await pause();
        }
        if (hasGoneOn) return [];
        const after = renewed(now);
        if (typeof after === 'string') return after === 'no-field' ? [] : undefined;
        if (holdsCode(after)) return after;
        now = after;
      }
      for (const field of now) if (textIn(field) !== '') put(field, '', '');
      return undefined;
    } finally {
      listen('removeEventListener');
    }
  }

  /** By the form's own button, as the Enter key does it: where that is disabled, nothing happens. */
  function submit(field: Field): void {
    const form = isInput(field) ? field.form : field.closest('form');
    if (form === null) return;
    const elements = [...(get(HTMLFormElement.prototype, 'elements', form) as HTMLFormControlsCollection)];
    const button = elements.find((element) => (element as HTMLButtonElement).type === 'submit');
    if (button === undefined) HTMLFormElement.prototype.requestSubmit.call(form);
    else if (!matches(button, ':disabled')) HTMLFormElement.prototype.requestSubmit.call(form, button as HTMLElement);
  }

  /** A sandboxed page keeps its address but not its origin. */
  function refusal(): 'wrong-page' | 'expired' | undefined {
    if (location.origin !== origin || self.origin !== origin) return 'wrong-page';
    return Date.now() < untilMs ? undefined : 'expired';
  }

  try {
    const lastLookMs = Date.now() + patienceMs;
    for (;;) {
      const refused = refusal();
      if (refused !== undefined) return { outcome: refused };
      const row = look();
      if (row === 'several-fields') return { outcome: row };
      if (row !== 'no-field') {
        if (!row.every((field) => /^[\d\s_-]*$/.test(textIn(field)))) return { outcome: 'occupied' };
        // To look takes a moment, too.
        if (refusal() !== undefined) continue;
        const held = await enter(row);
        if (held === undefined) return { outcome: 'rejected' };
        if (submits) held.slice(0, 1).forEach(submit);
        return { outcome: 'filled' };
      }
      if (!(Date.now() < lastLookMs)) return { outcome: 'no-field' };
      await pause(LOOK_AGAIN_MS);
    }
  } catch {
    return { outcome: 'no-field' };
  }
}
