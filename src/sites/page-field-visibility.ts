/** Whether a person sees a field: drawn, clear, in the part of the page that is shown, and under nothing. */
import { type Box, boxAround, boxOf, isIn, isLarge, LEAST_SIDE_PX, middleOf, type Point, pointsIn } from './page-boxes';
import { clarityOf, isOpaque, isShown } from './page-clarity';
import { coversAbove } from './page-covers';
import { around, documentOf, isFrame, matches, styleOf, viewOf } from './page-elements';
import type { Field } from './page-field';

const LEAST_CLARITY = 0.7;
/** Of its area: what is turned or scaled further cannot be read. */
const LEAST_SCALE = 0.2;

/** Drawn at all, wherever on the page. */
export function isDrawn(field: Field): boolean {
  const box = boxOf(field);
  if (!isLarge(box) || box.width * box.height < LEAST_SCALE * field.offsetWidth * field.offsetHeight) return false;
  const isThere = around(field).every((element) => !isFrame(element) || (isLarge(boxOf(element)) && isShown(element)));
  return isThere && isShown(field) && clarityOf(field) >= LEAST_CLARITY;
}

export function isVisible(field: Field): boolean {
  return isSeen(field, boxOf(field));
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
  const above = coversAbove(target);
  const isHidden = points.every(
    (point, at) => hits[at] === 'opaque-label' || above.some((cover) => isIn(point, cover)),
  );
  if (isHidden) return false;
  const frame = view.frameElement as HTMLElement | null;
  return frame === null || isSeen(frame, boxAround(frame, inView));
}

/** What is at a point: the field or its label, and whether a label there hides the field. */
function hitAt(target: Element, [x, y]: Point): 'target' | 'opaque-label' | 'other' {
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

/** Drawn where scrolling brings it into view: beyond the window's edge, or beyond that of something that scrolls. */
export function isScrolledAway(field: Field): boolean {
  let box: Box = boxOf(field);
  for (const element of around(field)) {
    const [x, y] = middleOf(box);
    if (isFrame(element)) box = boxAround(element as HTMLElement, box);
    else if (element !== field && /auto|scroll/.test(styleOf(element).overflowY) && !isIn([x, y], boxOf(element)))
      return true;
    if (!matches(element, ':root')) continue;
    const view = viewOf(element);
    if (x + view.scrollX > 0 && y + view.scrollY > 0 && (y < LEAST_SIDE_PX || y > view.innerHeight - LEAST_SIDE_PX))
      return true;
  }
  return false;
}
