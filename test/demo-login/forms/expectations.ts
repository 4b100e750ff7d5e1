/** What a fill should come to, with its sentence. */
import type { FormItem, Typed } from './item';

type Told = Pick<FormItem, 'expects' | 'outcome'>;

export const CODE_LENGTH = 6;

/** The whole code in one field. */
export function filled(field = 'code', outcome = 'The code, in this field.'): Told {
  return { expects: { kind: 'filled', into: [{ field, part: 'all' }] }, outcome };
}

/** One character in each of the fields `digit-1` to `digit-6`. */
export function filledInBoxes(outcome = 'The code, one digit in each box.', submits = 0): Told {
  const into = Array.from({ length: CODE_LENGTH }, (_, part): Typed => ({ field: `digit-${part + 1}`, part }));
  return { expects: { kind: 'filled', into, submits }, outcome };
}

export function noField(why: string): Told {
  return { expects: { kind: 'no-field' }, outcome: `Nothing is typed, and it says that no field was found: ${why}` };
}
