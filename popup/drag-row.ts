/** One row under the pointer: it follows, the others make room, and where it is let go it is moved to, in one write. */
import { effect } from '@preact/signals';
import { activeId, focusRow } from './active';
import { sections } from './listing';
import { isMovable, moveTo } from './move-tasks';

export interface Drag {
  readonly isGoing: () => boolean;
}

/** How near to an edge of the list it scrolls, and how far at most with each frame. */
const EDGE_PX = 44;
const FASTEST_PX = 14;

/** Undefined where the accounts can't be moved: a sentence says why. */
export function dragRow(row: HTMLElement, { pointerId, clientY }: PointerEvent): Drag | undefined {
  const list = row.closest<HTMLElement>('.rows');
  const scroller = row.closest<HTMLElement>('main');
  const id = row.dataset['account'];
  const accounts = sections.peek().find((part) => part.accounts.some((one) => one.id === id))?.accounts;
  if (list === null || scroller === null || id === undefined || accounts === undefined || !isMovable(id))
    return undefined;
  const count = accounts.length;
  const height = list.offsetHeight / count;
  const from = accounts.findIndex((one) => one.id === id);
  const startTop = scroller.scrollTop;
  const listening = new AbortController();
  const { signal } = listening;
  let pointerY = clientY;
  let to = from;
  let frame = 0;

  const draw = () => {
    const asked = pointerY - clientY + scroller.scrollTop - startTop;
    const by = Math.max(-from * height, Math.min(asked, (count - 1 - from) * height));
    to = from + Math.round(by / height);
    shift(list, row, { from, to, height, by });
  };
  const onFrame = () => {
    scroller.scrollTop += speedAt(pointerY, scroller.getBoundingClientRect());
    draw();
    frame = requestAnimationFrame(onFrame);
  };
  const release = () => {
    listening.abort();
    cancelAnimationFrame(frame);
    stopFollowing();
    if (scroller.hasPointerCapture(pointerId)) scroller.releasePointerCapture(pointerId);
  };
  const settle = () => {
    delete scroller.dataset['dragging'];
    delete row.dataset['dragged'];
    for (const one of rowsOf(list)) one.style.transform = '';
  };
  const cancel = () => {
    if (signal.aborted) return;
    release();
    settle();
    focusRow(id);
  };
  const drop = async () => {
    release();
    swallowClick();
    // It stays where it was let go until the list itself is in that order.
    shift(list, row, { from, to, height, by: (to - from) * height });
    try {
      if (to !== from) await moveTo(id, to);
    } finally {
      settle();
    }
  };

  activeId.value = id;
  scroller.dataset['dragging'] = '';
  row.dataset['dragged'] = '';
  // By what never moves itself: a row may be put elsewhere in the document while it is dragged.
  scroller.setPointerCapture(pointerId);
  addEventListener(
    'pointermove',
    (moved) => {
      if (moved.pointerId === pointerId) pointerY = moved.clientY;
    },
    { signal },
  );
  addEventListener(
    'pointerup',
    (up) => {
      // A finger beside it is none of this drag's.
      if (up.pointerId !== pointerId) return;
      // It may be let go before the frame that would have drawn it there.
      pointerY = up.clientY;
      draw();
      void drop();
    },
    { signal },
  );
  addEventListener(
    'pointercancel',
    (ended) => {
      if (ended.pointerId === pointerId) cancel();
    },
    { signal },
  );
  addEventListener(
    'keydown',
    (event) => {
      // Every other key would act on a list that is not as it looks.
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') cancel();
    },
    { signal, capture: true },
  );
  // Another window may change the accounts, and the background may lock: then there is another list.
  const stopFollowing = effect(() => {
    if (!sections.value.some((part) => isSame(part.accounts, accounts))) queueMicrotask(cancel);
  });
  frame = requestAnimationFrame(onFrame);
  return { isGoing: () => !signal.aborted };
}

interface Shift {
  readonly from: number;
  readonly to: number;
  readonly height: number;
  /** The way of the row itself. */
  readonly by: number;
}

function shift(list: HTMLElement, row: HTMLElement, { from, to, height, by }: Shift): void {
  for (const one of rowsOf(list)) {
    const place = Number(one.ariaPosInSet) - 1;
    const isUp = place > from && place <= to;
    const isDown = place < from && place >= to;
    const way = one === row ? by : isUp ? -height : isDown ? height : 0;
    one.style.transform = way === 0 ? '' : `translateY(${way}px)`;
  }
}

function rowsOf(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.row')];
}

function speedAt(y: number, { top, bottom }: DOMRect): number {
  const beyond = Math.max(0, y - (bottom - EDGE_PX)) - Math.max(0, top + EDGE_PX - y);
  return FASTEST_PX * Math.max(-1, Math.min(beyond / EDGE_PX, 1));
}

function isSame(some: readonly { readonly id: string }[], others: readonly { readonly id: string }[]): boolean {
  return some.length === others.length && some.every(({ id }, place) => id === others[place]?.id);
}

/** What ends a drag is no click on what lies under it. */
function swallowClick(): void {
  const stop = new AbortController();
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, { capture: true, signal: stop.signal });
  setTimeout(() => stop.abort());
}
