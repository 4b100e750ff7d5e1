/**
 * Runs inside a page, carried there as text: it may name nothing outside its own body. It brings one element into view, so
 * that a screenshot shows what the page's scripts may not read, and later puts everything back where it was.
 */
import type { Result } from '../result';

/** How far each thing around the element that scrolls was scrolled, from the inside out, in CSS pixels. */
export type ScrollPositions = readonly (readonly [left: number, top: number])[];

export interface InView {
  readonly before: ScrollPositions;
  /** Those of `others` that came into view with it, whole. */
  readonly alsoInView: readonly number[];
}

/** `place` and `others` as in `UnreadPlace`. With `before` it scrolls back to that; without, to the place. */
export async function scrollToPlace(
  place: number,
  others: readonly number[],
  before: ScrollPositions | null,
): Promise<Result<InView, { kind: 'place-gone' }>> {
  const MOST_ELEMENTS = 30_000;
  /** For a picture that the page loads only where it is seen. */
  const MOST_WAIT_MS = 2000;

  function elementsUnder(root: Document | ShadowRoot, elements: Element[] = []): Element[] {
    for (const element of root.querySelectorAll('*')) {
      if (elements.length >= MOST_ELEMENTS) break;
      elements.push(element);
      if (element.shadowRoot !== null) elementsUnder(element.shadowRoot, elements);
    }
    return elements;
  }

  function around(element: Element): Element[] {
    const outer: Element[] = [];
    for (let next: Element | null = element; next !== null; ) {
      const root: Node = next.getRootNode();
      next = next.assignedSlot ?? next.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
      if (next !== null) outer.push(next);
    }
    return outer;
  }

  function isInView(element: Element | undefined): boolean {
    if (element === undefined) return false;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  }

  function untilDrawn(element: Element): Promise<void> {
    const wait = new Promise<void>((resolve) => setTimeout(resolve, MOST_WAIT_MS));
    const loaded = new Promise<void>((resolve) => {
      if (!(element instanceof HTMLImageElement) || element.complete) resolve();
      else for (const kind of ['load', 'error']) element.addEventListener(kind, () => resolve(), { once: true });
    });
    // The second frame begins when the first is drawn.
    const drawn = () =>
      new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    return Promise.race([wait, loaded.then(drawn)]);
  }

  try {
    const elements = elementsUnder(document);
    const element = elements[place];
    if (element === undefined) return { ok: false, error: { kind: 'place-gone' } };
    const scrollers = around(element);
    if (before !== null) {
      for (const [at, [left, top]] of before.entries()) scrollers[at]?.scrollTo({ left, top, behavior: 'instant' });
      return { ok: true, value: { before, alsoInView: [] } };
    }
    const positions = scrollers.map(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop] as const);
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    await untilDrawn(element);
    return { ok: true, value: { before: positions, alsoInView: others.filter((other) => isInView(elements[other])) } };
  } catch {
    return { ok: false, error: { kind: 'place-gone' } };
  }
}
