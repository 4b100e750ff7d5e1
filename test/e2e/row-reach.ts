/**
 * Through the rows of a list, of which Tab comes by one alone: Home and the arrow go from row to row, and Tab from button to
 * button of the row they are on.
 */
import { eventually } from './rig/eventually';
import type { View } from './rig/extension-browser';

/** The buttons of each row, from the top to the end of the screen; kept on the page's window. */
const beginSource = `(() => {
  const root = document.querySelector('dialog:modal') ?? document;
  const placeOf = (row) => Number(row.ariaPosInSet ?? row.getAttribute('aria-posinset'));
  window.rowReach = [...root.querySelectorAll('.rows')]
    .flatMap((list) => [...list.querySelectorAll('.row')].sort((a, b) => placeOf(a) - placeOf(b)))
    .map((row) => [...row.querySelectorAll('button:enabled:not([data-do=copy-next])')]);
  root.querySelector('.row [tabindex="0"]')?.focus();
  return window.rowReach.map((buttons) => buttons.length);
})()`;

const atSource = (place: number) => `window.rowReach[${place}].indexOf(document.activeElement)`;

/** Ends where a key does not go on: what is behind stays without its focus. */
export async function walkRows(view: View): Promise<void> {
  const counts = await view.evaluate<readonly number[]>(beginSource);
  for (const [place, count] of counts.entries()) {
    const first = await press(view, place, place === 0 ? 'Home' : 'ArrowDown', (at) => at >= 0);
    if (first === undefined) break;
    for (let at = first - 1; at >= 0; at -= 1) await press(view, place, 'Shift+Tab', (now) => now === at);
    for (let at = 1; at < count; at += 1) await press(view, place, 'Tab', (now) => now === at);
  }
  await view.evaluate('void delete window.rowReach');
}

/** Where in its row the focus came to; undefined where it came to nothing that was wished for. */
async function press(
  view: View,
  place: number,
  key: string,
  isThere: (at: number) => boolean,
): Promise<number | undefined> {
  await view.press(key);
  let at = -1;
  const look = async () => {
    at = await view.evaluate<number>(atSource(place));
    return isThere(at);
  };
  return await eventually(look, () => key, 2_000).then(
    () => at,
    () => undefined,
  );
}
