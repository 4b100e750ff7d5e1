/** The one field, or the one row of boxes, that a code is for: one that asks for it and that a person can see. */
import { forgetCovers } from './page-covers';
import { around, elementsUnder, focusedElement, read } from './page-elements';
import { canHold, isUsable, type Row, textFieldsAmong } from './page-field';
import { asksForCode, boxesAmong, isMadeFor } from './page-field-meaning';
import { forgetTextsNear } from './page-field-texts';
import { isDrawn, isScrolledAway, isVisible } from './page-field-visibility';

export type Found = Row | 'no-field' | 'several-fields';

/** What a field is looked for. */
export interface Sought {
  readonly code: string;
  /** The page's own: frames of any other are left alone. */
  readonly origin: string;
}

/** A field further up or down is brought into view first: a person sees what is typed. */
export function lookForField(sought: Sought): Found {
  forgetCovers();
  forgetTextsNear();
  const drawn = textFieldsAmong(elementsUnder(document, sought.origin)).filter(isDrawn);
  const usable = drawn.filter(isUsable);
  const inView = choose(sought, usable.filter(isVisible), drawn);
  if (inView !== 'no-field') return inView;
  const away = usable.filter(isScrolledAway);
  if (choose(sought, away, drawn) === 'no-field') return 'no-field';
  const found = choose(sought, reachable(away), drawn);
  if (typeof found === 'string') return found;
  bringIntoView(found);
  return found.every(isVisible) ? found : 'no-field';
}

/** The row as it stands now, where the page has drawn it anew. */
export function renewed(row: Row, sought: Sought): Found {
  if (row.every((field) => field.isConnected)) return row;
  const again = lookForField(sought);
  return typeof again === 'string' || again.length === row.length ? again : 'no-field';
}

/** What to type into: one field, or one row of boxes; nothing, or several things that it could be. */
function choose({ code, origin }: Sought, fields: Row, all: Row): Found {
  const boxes = boxesAmong(fields, code);
  const whole = fields.filter((field) => !boxes.includes(field) && canHold(field, code) && asksForCode(field));
  const focused = focusedElement(origin);
  const pointedAt = whole.find((field) => field === focused);
  if (pointedAt !== undefined) return [pointedAt];
  if (boxes.some((box) => box === focused)) return boxes;
  const choices = boxes.length > 0 ? [boxes, ...whole.map((field) => [field])] : whole.map((field) => [field]);
  const [only] = fields;
  if (choices.length === 0 && all.length === 1 && only !== undefined && all[0] === only)
    return canHold(only, code) && isMadeFor(only, code) ? [only] : 'no-field';
  return choices.length > 1 ? 'several-fields' : (choices[0] ?? 'no-field');
}

function bringIntoView(row: Row): void {
  row[0]?.scrollIntoView({ block: 'center', behavior: 'instant' });
  forgetCovers();
}

/** Those that a person would see once they are scrolled to. Everything stands again as it did before it is drawn. */
function reachable(fields: Row): Row {
  const outer = new Set(fields.flatMap(around));
  const before = [...outer].map((element) => {
    const position = ['scrollLeft', 'scrollTop'].map((name) => read(Element.prototype, name, element) as number);
    return [element, position] as const;
  });
  const seen = fields.filter((field) => {
    bringIntoView([field]);
    return isVisible(field);
  });
  const scrollTo: (options: ScrollToOptions) => void = Element.prototype.scrollTo;
  for (const [element, [left = 0, top = 0]] of before) scrollTo.call(element, { left, top, behavior: 'instant' });
  return seen;
}
