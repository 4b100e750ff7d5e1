/** Fields of a page that a person can type into. */
import { matches } from './page-elements';

type Input = HTMLInputElement | HTMLTextAreaElement;
/** An input, a text area, or an element whose content a person edits. */
export type Field = Input | HTMLElement;
/** One field, or the boxes of a code that is typed one character to a box. */
export type Row = readonly Field[];

const FILLED_TYPES = ['text', 'tel', 'number', 'password'];
const OTHER_TEXT_TYPES = ['email', 'search', 'url'];

export function isInput(field: Field): field is Input {
  return matches(field, 'input, textarea');
}

export function textIn(field: Field): string {
  return isInput(field) ? field.value : (field.textContent ?? '');
}

export function maxLengthOf(field: Field): number {
  return isInput(field) ? field.maxLength : -1;
}

function isOfType(field: Field, types: readonly string[]): boolean {
  return !matches(field, 'input') || types.includes((field as HTMLInputElement).type);
}

/** Whatever text they are for. */
export function textFieldsAmong(elements: readonly Element[]): Field[] {
  return elements
    .filter((element): element is Field =>
      matches(element, 'input, textarea, [contenteditable]:not([contenteditable=false i])'),
    )
    .filter((field) => isOfType(field, [...FILLED_TYPES, ...OTHER_TEXT_TYPES]));
}

/** One that could be filled. */
export function isUsable(field: Field): boolean {
  if (!isOfType(field, FILLED_TYPES) || matches(field, ':disabled')) return false;
  return isInput(field) ? !field.readOnly : field.isContentEditable;
}

export function canHold(field: Field, code: string): boolean {
  const most = maxLengthOf(field);
  const isNumber = matches(field, 'input') && (field as HTMLInputElement).type === 'number';
  return (most < 0 || most >= code.length) && (!isNumber || /^\d+$/.test(code));
}
