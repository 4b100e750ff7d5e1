/**
 * Opaque things of a page that let the mouse through: what is under a point does not tell of them. They are kept until they
 * are forgotten: every filling evaluates this file anew, so it knows one page and no other.
 */
import { type Box, boxOf, isLarge } from './page-boxes';
import { clarityOf, isOpaque, isShown } from './page-clarity';
import { around, documentOf, elementsUnder, matches, parentOf, styleOf } from './page-elements';

const MOST_COVERING_ELEMENTS = 6000;

interface Cover extends Box {
  readonly owner: Element;
  readonly pseudo: '' | '::before' | '::after';
  readonly style: CSSStyleDeclaration;
}

const covers = new Map<Document, readonly Cover[]>();

/** They lie elsewhere once the page has scrolled, or has heard of anything. */
export function forgetCovers(): void {
  covers.clear();
}

/** Those of its own document that are drawn above it, wherever they are. */
export function coversAbove(target: Element): readonly Box[] {
  const document = documentOf(target);
  const known = covers.get(document) ?? coversIn(document);
  covers.set(document, known);
  return known.filter((cover) => isAbove(cover, target));
}

function coversIn(document: Document): Cover[] {
  const found: Cover[] = [];
  for (const owner of elementsUnder(document).slice(0, MOST_COVERING_ELEMENTS)) {
    for (const pseudo of ['', '::before', '::after'] as const) {
      const style = styleOf(owner, pseudo);
      const isThere = pseudo === '' || (style.position !== 'static' && !/^(?:none|normal)$/.test(style.content));
      const isMeant = style.pointerEvents === 'none' && style.visibility === 'visible';
      if (!isThere || !isMeant || !(isOpaque(style) || (pseudo === '' && matches(owner, 'img, video')))) continue;
      const box = pseudo === '' ? boxOf(owner) : pseudoBox(owner, style);
      if (!isLarge(box) || (pseudo === '' && !isShown(owner)) || !(clarityOf(owner) > 0.5)) continue;
      const { left, top, right, bottom } = box;
      found.push({ owner, pseudo, style, left, top, right, bottom });
    }
  }
  return found;
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

function isAbove({ owner, pseudo, style }: Cover, field: Element): boolean {
  const [outer, inner] = [around(owner).reverse(), around(field).reverse()];
  if (outer.includes(field) || (pseudo === '' && inner.includes(owner))) return false;
  let shared = 0;
  while (shared < outer.length && outer[shared] === inner[shared]) shared += 1;
  const [above, below] = [outer.slice(shared), inner.slice(shared)];
  const level = levelOf(above, pseudo === '' ? [] : [style]);
  const fieldLevel = levelOf(below);
  if (level !== fieldLevel) return level > fieldLevel;
  const [first, second] = [above[0], below[0]];
  if (first === undefined || second === undefined) return pseudo !== '::before';
  return (second.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/**
 * Where on the stack a thing lies among those of its nearest common ancestor with another; `path` leads to it from there. In
 * the order of painting (CSS 2.2, appendix E): blocks, what stands in lines, what is positioned, and numbers.
 */
function levelOf(path: readonly Element[], own: readonly CSSStyleDeclaration[] = []): number {
  if (path.some((element) => matches(element, ':modal, :popover-open'))) return Number.POSITIVE_INFINITY;
  const parts = [
    ...path.map((element) => ({ style: styleOf(element), isItem: isItem(element) })),
    ...own.map((style) => ({ style, isItem: false })),
  ];
  const stacked = parts.find(({ style, isItem }) => (style.position !== 'static' || isItem) && style.zIndex !== 'auto');
  if (stacked !== undefined) return Number(stacked.style.zIndex);
  const isRaised = ({ position, transform, opacity }: CSSStyleDeclaration) =>
    position !== 'static' || transform !== 'none' || opacity !== '1';
  if (parts.some(({ style }) => isRaised(style))) return 0;
  return parts.some(({ style, isItem }) => isItem || style.display.startsWith('inline')) ? -0.5 : -0.75;
}

/** Items of a flex box or grid are drawn as what stands in a line, and take a place on the stack without being positioned. */
function isItem(element: Element): boolean {
  const parent = parentOf(element);
  return parent !== null && /flex|grid/.test(styleOf(parent).display);
}
