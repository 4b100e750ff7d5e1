/**
 * A list of any length of which only what is in sight, and some rows around it, is drawn. All rows are of one height, which
 * the style sheet gives and by which it places them: nothing is measured before the first drawing. What scrolls it is the
 * nearest box of the class `scroller` around it, or else `main`.
 */
import type { ComponentChild, CSSProperties, HTMLAttributes } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onceDrawn } from './once-drawn';

/** What the `li` of a row must have. */
export type RowPlace = Pick<HTMLAttributes<HTMLLIElement>, 'style' | 'aria-posinset' | 'aria-setsize'>;

interface Props<T> {
  readonly items: readonly T[];
  readonly row: (item: T, place: RowPlace) => ComponentChild;
  /** Drawn wherever it is: what has the focus would lose it with its row. */
  readonly kept?: T | undefined;
  /** Brought into sight, in the middle. */
  readonly shown?: T | undefined;
  readonly label?: string;
  readonly labelledBy?: string;
  /** Beside `rows`. */
  readonly class?: string;
}

interface Range {
  readonly first: number;
  /** The one behind the last. */
  readonly end: number;
}

/** As many as a popup shows. Those around them come behind that. */
const AT_FIRST: Range = { first: 0, end: 8 };
const NONE: Range = { first: 0, end: 0 };
const AROUND = 8;

export function VirtualRows<T>(props: Props<T>) {
  const { items, row, kept, shown, label, labelledBy } = props;
  const list = useRef<HTMLUListElement>(null);
  const [range, setRange] = useState(AT_FIRST);
  useLayoutEffect(() => {
    const ul = list.current;
    const scroller = ul === null ? null : scrollerOf(ul);
    if (ul === null || scroller === null) return;
    const sight = () => rowsInSight(ul, scroller, items.length);
    const look = () => setRange((before) => rangeFor(sight(), before));
    const stop = new AbortController();
    onceDrawn(async () => {
      if (!stop.signal.aborted) setRange(rangeFor(sight(), NONE));
    });
    scroller.addEventListener('scroll', look, { passive: true, signal: stop.signal });
    const sizes = new ResizeObserver(look);
    sizes.observe(scroller);
    return () => {
      stop.abort();
      sizes.disconnect();
    };
  }, [items.length]);
  const shownAt = shown === undefined ? -1 : items.indexOf(shown);
  useLayoutEffect(() => {
    if (shownAt >= 0 && list.current !== null) scrollToRow(list.current, shownAt, items.length);
  }, [shownAt]);
  const first = Math.min(range.first, Math.max(0, items.length - 1));
  const places = items.slice(first, range.end).map((_, index) => first + index);
  const keptAt = kept === undefined ? -1 : items.indexOf(kept);
  if (keptAt >= 0 && !places.includes(keptAt)) places.push(keptAt);
  return (
    <ul
      class={props.class === undefined ? 'rows' : `rows ${props.class}`}
      ref={list}
      aria-label={label}
      aria-labelledby={labelledBy}
      style={{ '--count': String(items.length) } as CSSProperties}
    >
      {places.map((place) =>
        row(items[place] as T, {
          style: { '--place': String(place) } as CSSProperties,
          'aria-posinset': place + 1,
          'aria-setsize': items.length,
        }),
      )}
    </ul>
  );
}

function scrollerOf(list: HTMLElement): HTMLElement | null {
  return list.closest<HTMLElement>('.scroller, main');
}

/** Brings a row into the middle of the sight, also one that is not drawn yet. */
function scrollToRow(list: HTMLElement, place: number, count: number): void {
  const scroller = scrollerOf(list);
  if (scroller === null) return;
  const height = list.offsetHeight / count;
  const top = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + place * height;
  scroller.scrollBy(0, top - (scroller.clientHeight - height) / 2);
}

function rowsInSight(list: HTMLElement, scroller: HTMLElement, count: number): Range {
  const height = list.offsetHeight / count;
  const above = scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
  if (!(height > 0)) return AT_FIRST;
  const first = Math.max(0, Math.floor(above / height));
  return { first, end: Math.max(first, Math.ceil((above + scroller.clientHeight) / height)) };
}

/** The range as it is, as long as everything in sight is in it. */
export function rangeFor(sight: Range, before: Range): Range {
  if (sight.first >= before.first && sight.end <= before.end) return before;
  return { first: Math.max(0, sight.first - AROUND), end: sight.end + AROUND };
}
