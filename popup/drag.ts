/**
 * Accounts moved by the pointer. A mouse takes hold of a row as soon as it is drawn away with the button down; a finger or a
 * pen, which scroll the list, once they have rested on it.
 */
import { type Drag, dragRow } from './drag-row';

const SLACK_PX = 6;
const HOLD_MS = 350;

let drag: Drag | undefined;

export function followDrags(): void {
  // From here on a row can be taken hold of, and shows where.
  document.documentElement.dataset['drags'] = 'rows';
  addEventListener('pointerdown', onDown);
  // The list neither scrolls under what is moved nor opens a menu over it.
  addEventListener('touchmove', keepFromDrag, { passive: false });
  addEventListener('contextmenu', keepFromDrag);
  // A picture in a row is not carried out of it.
  addEventListener('dragstart', (event) => {
    if (rowOf(event.target) !== null) event.preventDefault();
  });
}

function keepFromDrag(event: Event): void {
  if (drag?.isGoing() === true) event.preventDefault();
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.row') : null;
}

function onDown(down: PointerEvent): void {
  const row = rowOf(down.target);
  if (row === null || !down.isPrimary || down.button !== 0 || drag?.isGoing() === true) return;
  // The other buttons of a row are for themselves.
  if (down.target instanceof Element && down.target.closest('button:not(.row-main)') !== null) return;
  const press = new AbortController();
  const { signal } = press;
  const end = () => press.abort();
  const begin = () => {
    end();
    drag = dragRow(row, down);
  };
  const isMouse = down.pointerType === 'mouse';
  const hold = isMouse ? undefined : setTimeout(begin, HOLD_MS);
  signal.addEventListener('abort', () => clearTimeout(hold));
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - down.clientX, clientY - down.clientY) < SLACK_PX) return;
    if (isMouse) begin();
    else end();
  };
  addEventListener('pointermove', onMove, { signal });
  addEventListener('pointerup', end, { signal });
  addEventListener('pointercancel', end, { signal });
}
