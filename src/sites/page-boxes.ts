/** Where things of a page lie, in CSS pixels of the view of their own document. */
import { styleOf } from './page-elements';

/** What is narrower or lower is no thing to a person. */
export const LEAST_SIDE_PX = 8;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Point = readonly [x: number, y: number];

export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

export function isLarge({ left, top, right, bottom }: Box): boolean {
  return right - left >= LEAST_SIDE_PX && bottom - top >= LEAST_SIDE_PX;
}

export function isIn([x, y]: Point, { left, top, right, bottom }: Box): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

export function middleOf({ left, top, right, bottom }: Box): Point {
  return [(left + right) / 2, (top + bottom) / 2];
}

/** The middle and four points towards the corners. */
export function pointsIn(box: Box): Point[] {
  const { left, top, right, bottom } = box;
  const inX = Math.max(3, (right - left) * 0.22);
  const inY = Math.max(3, (bottom - top) * 0.22);
  const corners = [left + inX, right - inX].flatMap((x) => [top + inY, bottom - inY].map((y): Point => [x, y]));
  return [middleOf(box), ...corners];
}

/** A box of a frame's document, in the document around it. */
export function boxAround(frame: HTMLElement, { left, top, right, bottom }: Box): Box {
  const [box, style] = [boxOf(frame), styleOf(frame)];
  const [across, down] = [box.width / frame.offsetWidth, box.height / frame.offsetHeight];
  const x = (inside: number) => box.left + across * (frame.clientLeft + Number.parseFloat(style.paddingLeft) + inside);
  const y = (inside: number) => box.top + down * (frame.clientTop + Number.parseFloat(style.paddingTop) + inside);
  return { left: x(left), top: y(top), right: x(right), bottom: y(bottom) };
}
