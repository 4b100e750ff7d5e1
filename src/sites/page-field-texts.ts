/**
 * What a field is called, by the makers of the page and to the person: in small letters without accents, joined by dashes,
 * as the words of field-words.ts are. What stands around a field is kept until it is forgotten: every filling evaluates this
 * file anew, so it knows one page and no other.
 */
import { around, read, shadowOf } from './page-elements';
import { type Field, isInput } from './page-field';

const MOST_NEAR_CHARACTERS = 700;

/** `otpCode`, `OTP_code` and "OTP code" are all `otp-code`. */
function plain(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-/, '');
}

export function purposesOf(field: Field): string[] {
  return (field.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/);
}

/** Its name and its id alone. */
export function ownNamesOf(field: Field): string[] {
  return ['name', 'id'].map((name) => plain(field.getAttribute(name)));
}

/** What it is called by the page's makers. */
export function namesOf(field: Field): string[] {
  const names = ['name', 'id', 'data-testid', 'data-test-id', 'data-test', 'formcontrolname', 'ng-model'];
  const drawn = field.hasAttribute('data-input-otp') ? ['otp'] : [];
  return [...names.map((name) => field.getAttribute(name)), ...drawn].map(plain);
}

/** What it is called to the person. */
export function labelsOf(field: Field): string[] {
  const told = ['aria-label', 'placeholder', 'title', 'data-placeholder', 'aria-placeholder'];
  const labels = isInput(field) ? [...(field.labels ?? [])].map(({ textContent }) => textContent) : [];
  const all = [...told.map((name) => field.getAttribute(name)), ...labels, ...textsById(field, 'aria-labelledby')];
  return all.map((text) => plain(text?.replaceAll('/', ' or ')));
}

export function descriptionsOf(field: Field): string[] {
  return textsById(field, 'aria-describedby').map(plain);
}

function textsById(field: Field, name: string): (string | null)[] {
  const root = field.getRootNode() as Document | ShadowRoot;
  const ids = (field.getAttribute(name) ?? '').split(/\s+/).filter((id) => id !== '');
  const find = (id: string) =>
    root.nodeType === 9 ? Document.prototype.getElementById.call(root, id) : root.getElementById(id);
  return ids.map((id) => find(id)?.textContent ?? null);
}

const near = new Map<Field, string>();

export function forgetTextsNear(): void {
  near.clear();
}

/** What a person reads around it: as far out as that is little. */
export function textNear(field: Field): string {
  const known = near.get(field);
  if (known !== undefined) return known;
  let text = '';
  for (const element of around(field).slice(1)) {
    // To ask for what is shown of a large page takes long.
    if (`${read(Node.prototype, 'textContent', element)}`.length > 20 * MOST_NEAR_CHARACTERS) break;
    const wider = [element, ...(shadowOf(element)?.children ?? [])].map(innerTextOf).join(' ');
    if (wider.length > MOST_NEAR_CHARACTERS) break;
    if (wider.length > text.length) text = wider;
  }
  near.set(field, plain(text));
  return plain(text);
}

function innerTextOf(element: Element): string {
  const isHtml = read(Element.prototype, 'namespaceURI', element) === 'http://www.w3.org/1999/xhtml';
  return isHtml ? `${read(HTMLElement.prototype, 'innerText', element)}` : '';
}
