/** Enters a code into a row that asks for it, until the page holds it or has gone on with it. */
import { renewed, type Sought } from './page-code-field';
import { matches, read, viewOf } from './page-elements';
import { type Field, isInput, type Row, textIn } from './page-field';
import { clear, pause, type } from './page-typing';

/** Where the code stands now; nothing, if the page has gone on with it. Undefined if the page does not take it. */
export async function enterCode(row: Row, sought: Sought): Promise<Row | undefined> {
  const { code } = sought;
  let hasGoneOn = false;
  const goOn = () => {
    hasGoneOn = true;
  };
  const views = new Set(row.map(viewOf));
  const listen = (how: 'addEventListener' | 'removeEventListener') => {
    for (const view of views) for (const kind of ['submit', 'beforeunload']) view[how](kind, goOn, true);
  };
  listen('addEventListener');
  try {
    let now = row;
    for (const byKeys of [false, true]) {
      const parts = now.length === 1 ? [code] : [...code];
      for (const [place, part] of parts.entries()) {
        const still = renewed(now, sought);
        if (typeof still === 'string') return hasGoneOn ? [] : undefined;
        const isSame = still === now || still.slice(0, place).map(textIn).join('') === code.slice(0, place);
        if (!isSame) break;
        now = still;
        const field = now[place];
        if (field !== undefined) await type(field, part, byKeys);
        // Pages draw between two keys.
        await pause();
      }
      if (hasGoneOn) return [];
      const after = renewed(now, sought);
      if (typeof after === 'string') return after === 'no-field' ? [] : undefined;
      if (holds(after, code)) return after;
      now = after;
    }
    now.forEach(clear);
    return undefined;
  } finally {
    listen('removeEventListener');
  }
}

function holds(row: Row, code: string): boolean {
  return row
    .map(textIn)
    .join('')
    .replace(/[^\da-z]/gi, '')
    .toUpperCase()
    .includes(code.toUpperCase());
}

/** By the form's own button, as the Enter key does it: where that is disabled, nothing happens. */
export function submitForm(field: Field): void {
  const form = isInput(field) ? field.form : field.closest('form');
  if (form === null) return;
  const elements = [...(read(HTMLFormElement.prototype, 'elements', form) as HTMLFormControlsCollection)];
  const button = elements.find((element) => (element as HTMLButtonElement).type === 'submit');
  if (button === undefined) HTMLFormElement.prototype.requestSubmit.call(form);
  else if (!matches(button, ':disabled')) HTMLFormElement.prototype.requestSubmit.call(form, button as HTMLElement);
}
