/**
 * What the keyboard does not reach: a person who only presses Tab, and the arrows where there are rows, has to come by
 * everything they could click, and has to see where they are. Looks at the document itself, not into shadow roots and frames.
 */
import { eventually } from './rig/eventually';
import type { View } from './rig/extension-browser';
import { walkRows } from './row-reach';

const INTERACTIVE = 'a[href], button, input, select, textarea, details > summary:first-of-type, [tabindex="0"]';

// Kept on the page's window between two looks. The start is an element of its own above all others: Firefox would go on
// from wherever the focus was last, and not around the page while the rig keeps it out of the browser's own buttons. A
// modal dialog is all there is while it is open. The radios of a group are one stop, which any of them stands for. The code
// that comes next is copied with Shift+Enter from anywhere on its row: its button is for the mouse.
const beginSource = `(() => {
  const root = document.querySelector('dialog:modal') ?? document.body;
  const elements = [...root.querySelectorAll(${JSON.stringify(INTERACTIVE)})].filter((element) =>
    element.type !== 'hidden' && !element.matches(':disabled, .row [data-do=copy-next]') && element.closest('[inert]') === null &&
    element.checkVisibility({ visibilityProperty: true }));
  const groupOf = (element) =>
    element.matches('input[type=radio]') && element.name !== ''
      ? elements.find(({ type, name, form }) => type === 'radio' && name === element.name && form === element.form)
      : element;
  const stops = [...new Set(elements.map(groupOf))];
  const start = Object.assign(document.createElement('span'), { tabIndex: -1 });
  const reach = { tabs: 0, start, stops, first: undefined, isAround: false, plain: new Set(), seen: new Set() };
  reach.onKey = ({ key }) => { if (key === 'Tab') reach.tabs += 1; };
  reach.onFocus = ({ target }) => {
    const stop = target instanceof Element ? groupOf(target) : undefined;
    if (!stops.includes(stop)) return;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(target);
    const isOutlined = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    (isOutlined ? reach.seen : reach.plain).add(stop);
    reach.isAround ||= stop === reach.first;
    reach.first ??= stop;
  };
  addEventListener('keydown', reach.onKey, true);
  addEventListener('focusin', reach.onFocus, true);
  window.keyboardReach = reach;
  root.prepend(start);
  start.focus({ preventScroll: true });
  return stops.length;
})()`;

const lookSource = `(({ tabs, isAround, stops, seen }) => ({ tabs, isOver: isAround || stops.every((stop) => seen.has(stop)) }))(
  window.keyboardReach)`;

const endSource = `(() => {
  const { onKey, onFocus, start, stops, plain, seen } = window.keyboardReach;
  removeEventListener('keydown', onKey, true);
  removeEventListener('focusin', onFocus, true);
  start.remove();
  delete window.keyboardReach;
  const describe = (element) => {
    const marks = [...element.attributes].filter(({ name }) => /^(id|name|type|href|data-do|data-field)$/.test(name));
    const words = (element.innerText || element.getAttribute('aria-label') || '').trim().slice(0, 40);
    return element.localName + marks.map(({ name, value }) => '[' + name + '=' + value + ']').join('') + ' "' + words + '"';
  };
  return stops.filter((stop) => plain.has(stop) || !seen.has(stop))
    .map((stop) => describe(stop) + (plain.has(stop) ? ' has no outline with the focus' : ' is never focused'));
})()`;

/**
 * Presses Tab from the top of the view to its end, goes through its rows, and answers what it never came by, or came by
 * without an outline. The focus may move only after the key was seen, so the page itself keeps the list.
 */
export async function unreachable(view: View): Promise<string[]> {
  const count = await view.evaluate<number>(beginSource);
  const most = 2 * count + 10;
  for (let pressed = 1; pressed <= most && count > 0; pressed += 1) {
    await view.press('Tab');
    if (await isOverAfter(view, pressed)) break;
  }
  await walkRows(view);
  return await view.evaluate<string[]>(endSource);
}

async function isOverAfter(view: View, pressed: number): Promise<boolean> {
  const { isOver } = await eventually(
    async () => {
      const look = await view.evaluate<{ tabs: number; isOver: boolean }>(lookSource);
      return look.tabs === pressed && look;
    },
    () => `Tab number ${pressed} to arrive`,
  );
  return isOver;
}
