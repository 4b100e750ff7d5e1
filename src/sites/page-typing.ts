/** Types into a field of a page as a person does: the page hears of every step, and may say no. */
import { forgetCovers } from './page-covers';
import { documentOf, matches, viewOf } from './page-elements';
import { type Field, isInput, isUsable, textIn } from './page-field';
import { isDrawn, isVisible } from './page-field-visibility';

export function pause(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** In one go, or key by key: for fields that look at each. */
export async function type(field: Field, text: string, byKeys: boolean): Promise<void> {
  field.focus();
  if (byKeys) await typeKeys(field, text);
  else put(field, text, text);
  field.dispatchEvent(new (viewOf(field).Event)('change', { bubbles: true }));
}

export function clear(field: Field): void {
  if (textIn(field) !== '') put(field, '', '');
}

async function typeKeys(field: Field, text: string): Promise<void> {
  if (isInput(field)) clear(field);
  for (const key of text) {
    if (press(field, 'keydown', key) && press(field, 'keypress', key)) put(field, key, textIn(field) + key);
    press(field, 'keyup', key);
    await pause();
  }
}

/** `data` is what is typed, `text` what the field then holds. */
function put(field: Field, data: string, text: string): void {
  const { InputEvent } = viewOf(field);
  const inputType = data === '' ? 'deleteContentBackward' : 'insertText';
  const told = { bubbles: true, composed: true, inputType, data: data === '' ? null : data };
  if (!field.dispatchEvent(new InputEvent('beforeinput', { ...told, cancelable: true }))) return;
  // The page has heard of it, and may have made something else of the field.
  forgetCovers();
  if (data !== '' && !(isUsable(field) && isDrawn(field) && isVisible(field))) return;
  setValue(field, text);
  field.dispatchEvent(new InputEvent('input', told));
}

/** The prototype's own setter: frameworks watch the field's, and would take the change for their own. */
function setValue(field: Field, text: string): void {
  if (!isInput(field)) {
    const selection = viewOf(field).getSelection();
    selection?.selectAllChildren(field);
    const isTyped = Document.prototype.execCommand.call(documentOf(field), 'insertText', false, text);
    if (!isTyped || textIn(field).trim() !== text) field.textContent = text;
    return;
  }
  const prototype = matches(field, 'textarea') ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
}

function press(field: Field, kind: 'keydown' | 'keypress' | 'keyup', key: string): boolean {
  const { KeyboardEvent } = viewOf(field);
  const keyCode = key.charCodeAt(0);
  const of = { key, code: /\d/.test(key) ? `Digit${key}` : `Key${key}`, keyCode, bubbles: true, composed: true };
  return field.dispatchEvent(new KeyboardEvent(kind, { ...of, cancelable: true }));
}
