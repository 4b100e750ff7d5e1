/** The form gallery: every way in which a field for a code, or what could pass for one, was seen to stand on a page. */
import type { FormGroup, FormItem } from './item';
import { boxRows } from './items/boxes';
import { decoys } from './items/decoys';
import { doubts } from './items/doubts';
import { frames } from './items/frames';
import { oneField } from './items/one-field';
import { otherFields } from './items/other-fields';
import { places } from './items/places';
import { scripted } from './items/scripted';

export const FORM_GROUPS: readonly FormGroup[] = [
  oneField,
  boxRows,
  scripted,
  places,
  frames,
  decoys,
  doubts,
  otherFields,
];

export const FORMS: readonly FormItem[] = FORM_GROUPS.flatMap(({ items }) => items);

export function findForm(id: string): FormItem | undefined {
  return FORMS.find((item) => item.id === id);
}
