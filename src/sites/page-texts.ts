/**
 * Runs inside a page, carried there as text: it may name nothing outside its own body. It looks for what enrols without a
 * picture: links, and keys that a person is meant to type. A key counts only where it stands by itself or behind a colon,
 * whole, and the words around it say that it is one; half a key, or one with a word of the sentence at its end, would make
 * wrong codes.
 */
import type { Result } from '../result';

export interface PageText {
  readonly text: string;
  /** A `key` comes without the spaces it was written with. */
  readonly from: 'link' | 'key';
}

export function findTexts(): Result<readonly PageText[], { kind: 'page-unreadable' }> {
  const MOST_ELEMENTS = 30_000;
  const MOST_TEXTS = 20;
  const MOST_NEAR_CHARACTERS = 1500;
  const LEVELS_UP = 5;
  const NO_TEXT = 'script, style, noscript, template, title, button, option';
  const LINK = /otpauth(?:-migration)?:\/\/[^\s"'<>]+/gi;
  /** With its spaces: one word of 16 or more, or several of one length, at most 8, of which the last may be shorter. */
  const LEAST_KEY = 16;
  const MOST_KEY = 256;
  const MOST_GROUP = 8;
  const WORDS = new RegExp(
    [
      'set-?\\s?up key|secret|manual(?:ly)?\\b|authenticator key|(?:your|this|following|text|account) (?:key|code)',
      "(?:can['’]t|cannot|can not|unable to|trouble) scan",
      'einrichtungsschlüssel|geheim|manuell|schlüssel|nicht scannen',
      'clé|saisie manuelle|manuellement|impossible de scanner|pas scanner',
      'clave|manualmente|no puedes? escanear|código secreto',
      'chave|não consegue|chave secreta',
      'chiave|non riesci a|impossibile scansionare',
      'sleutel|handmatig|niet scannen',
      'klucz|ręcznie|nie możesz zeskanować',
      'キー|秘密鍵|手動|スキャンできない',
      '密钥|密鑰|金鑰|手动|手動|无法扫描|無法掃描',
    ].join('|'),
    'iu',
  );

  function elementsUnder(root: Document | ShadowRoot, elements: Element[] = []): Element[] {
    for (const element of root.querySelectorAll('*')) {
      if (elements.length >= MOST_ELEMENTS) break;
      elements.push(element);
      if (element.shadowRoot !== null) elementsUnder(element.shadowRoot, elements);
    }
    return elements;
  }

  function isShown(element: Element): boolean {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }

  function parentOf(element: Element): Element | null {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }

  const known = new Map<Element, string>();

  /** What stands in it, without what is no text and without its buttons. Asked often, and long to answer. */
  function textOf(element: Element): string {
    const text = known.get(element) ?? wordsOf(element, false);
    known.set(element, text);
    return text;
  }

  /** Buttons are no part of a key, but they say what it is. */
  function wordsOf(element: Element, hasButtons: boolean): string {
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.value;
    if (element.matches('script, style, noscript, template')) return '';
    if (!hasButtons && element.matches('button, [role=button]')) return '';
    let text = '';
    for (const node of element.childNodes) {
      if (text.length > MOST_NEAR_CHARACTERS) break;
      if (node instanceof Text) text += node.data.replace(/[\u00ad\u200b]/g, '');
      else if (node instanceof HTMLBRElement) text += '\n';
      else if (node instanceof Element) {
        const inside = hasButtons ? wordsOf(node, true) : textOf(node);
        text += inside.trim() === '' || getComputedStyle(node).display.startsWith('inline') ? inside : `\n${inside}\n`;
      }
    }
    return text;
  }

  /** The key that the whole of a text is. */
  function keyIn(text: string): string | undefined {
    const groups = text
      .trim()
      .replace(/=+$/, '')
      .split(/[\s\u00a0-]+/);
    const key = groups.join('');
    const isOneCase = /^[A-Z2-7]+$/.test(key) || /^[a-z2-7]+$/.test(key);
    if (!isOneCase || key.length < LEAST_KEY || key.length > MOST_KEY) return undefined;
    const [first = '', ...rest] = groups;
    const isEven = rest.every((group, place) =>
      place === rest.length - 1 ? group.length <= first.length : group.length === first.length,
    );
    if (rest.length > 0 && (first.length > MOST_GROUP || !isEven)) return undefined;
    // "Scan this code here" is four groups of four: a key of so many letters nearly always has a digit.
    return /[2-7]/.test(key) || (rest.length === 0 && /^[A-Z]+$/.test(key)) ? key : undefined;
  }

  /** Nothing but groups such as keys are made of, if too few. */
  function isOfGroups(text: string): boolean {
    return /^[\sA-Z2-7=\u00a0-]+$/.test(text) || /^[\sa-z2-7=\u00a0-]+$/.test(text);
  }

  /** All of one kind, as groups drawn apart are: in `<code>…</code> copy` the second is a word. */
  function isRow(element: Element): boolean {
    const parts = [...element.childNodes].filter((node) => {
      return (node instanceof Element ? textOf(node) : (node.nodeValue ?? '')).trim() !== '';
    });
    return new Set(parts.map(({ nodeName }) => nodeName)).size === 1 && parts[0] instanceof Element;
  }

  /** The key that an element is part of, up to the outermost that holds nothing else: it may be drawn group by group. */
  function keyAround(start: Element): { key: string; element: Element } | undefined {
    let outermost = start;
    let text = textOf(start);
    for (let element = parentOf(start); element !== null; element = parentOf(element)) {
      const wider = textOf(element);
      if (wider.length > MOST_KEY * 2 || !isOfGroups(wider) || !isRow(element)) break;
      outermost = element;
      text = wider;
    }
    const key = keyIn(text) ?? keyBehindColon(text) ?? keyAmongWords(text);
    return key === undefined ? undefined : { key, element: outermost };
  }

  function keyBehindColon(text: string): string | undefined {
    const [, behind] = /[:：]([^:：]+)$/.exec(text.trim().replace(/[.。]$/, '')) ?? [];
    return behind === undefined ? undefined : keyIn(behind);
  }

  /** The one word of a sentence that is a key, with no other beside it that could be its second half. */
  function keyAmongWords(text: string): string | undefined {
    const words = text.split(/\s+/).map((word) => word.replace(/^["'“„«([]+|["'”“»)\].,;:!]+$/g, ''));
    const couldBe = (word = '') => /^(?:[A-Z2-7]*[2-7][A-Z2-7]*|[a-z2-7]*[2-7][a-z2-7]*)$/.test(word);
    const places = words.flatMap((word, place) => (couldBe(word) && word.length >= LEAST_KEY ? [place] : []));
    const [place] = places;
    if (place === undefined || places.length > 1) return undefined;
    return couldBe(words[place - 1]) || couldBe(words[place + 1]) ? undefined : words[place];
  }

  function isCalledKey(element: Element, key: string): boolean {
    const labels =
      element instanceof HTMLInputElement ? [...(element.labels ?? [])].map(({ textContent }) => textContent) : [];
    const own = [element.getAttribute('aria-label'), element.getAttribute('placeholder'), ...labels].join(' ');
    if (WORDS.test(own)) return true;
    let around: Element | null = element;
    for (let level = 0; level < LEVELS_UP && around !== null; level += 1, around = parentOf(around)) {
      const text = wordsOf(around, true);
      if (text.length > MOST_NEAR_CHARACTERS) return false;
      if (WORDS.test(text.replaceAll(key, ' '))) return true;
    }
    return false;
  }

  function ownText(element: Element): string {
    if (element instanceof HTMLInputElement) return ['text', ''].includes(element.type) ? element.value : '';
    if (element instanceof HTMLTextAreaElement) return element.value;
    let text = '';
    for (const node of element.childNodes) if (node instanceof Text) text += node.data;
    return text;
  }

  /** Cheap to ask of every element. A group of a key that is drawn apart has a digit in one of its groups. */
  function couldBeFound(text: string): boolean {
    if (/[a-z2-7]{16}|otpauth/i.test(text)) return true;
    return /[2-7]/.test(text) && (isOfGroups(text) || /[:：]\s*[a-z2-7]{1,8}[\s-]/i.test(text));
  }

  function linksOf(elements: readonly Element[]): string[] {
    const addresses = elements
      .filter((element) => element.matches('a[href], area[href]'))
      .map((element) => ({ element, href: element.getAttribute('href')?.trim() ?? '' }))
      .filter(({ href }) => /^otpauth(?:-migration)?:/i.test(href));
    // One that is not shown may be meant for telephones; beside one that is shown it may be anything.
    const shown = addresses.filter(({ element }) => isShown(element));
    return (shown.length > 0 ? shown : addresses).map(({ href }) => href);
  }

  try {
    const elements = elementsUnder(document);
    const spoken = elements.filter(
      (element) => couldBeFound(ownText(element)) && !element.matches(NO_TEXT) && isShown(element),
    );
    const written = spoken.flatMap((element) => [...textOf(element).matchAll(LINK)].map(([link]) => link));
    const keys = spoken.flatMap((element) => {
      const found = keyAround(element);
      return found !== undefined && isCalledKey(found.element, found.key) ? [found.key] : [];
    });
    const texts: PageText[] = [
      ...[...new Set([...linksOf(elements), ...written])].map((text) => ({ text, from: 'link' as const })),
      ...[...new Set(keys)].map((text) => ({ text, from: 'key' as const })),
    ];
    return { ok: true, value: texts.slice(0, MOST_TEXTS) };
  } catch {
    return { ok: false, error: { kind: 'page-unreadable' } };
  }
}
