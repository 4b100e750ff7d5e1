import fc from 'fast-check';
import { expect, it } from 'vitest';
import { oneEdit } from '../../src/sites/one-edit';

it.each([
  ['githbu', 'github', 'swapped', 4, true],
  ['igthub', 'github', 'swapped', 0, true],
  ['githubb', 'github', 'doubled', 6, true],
  ['ggithub', 'github', 'doubled', 1, true],
  ['githubs', 'github', 'added', 6, false],
  ['xgithub', 'github', 'added', 0, false],
  ['gthub', 'github', 'left-out', 1, false],
  ['ithub', 'github', 'left-out', 0, false],
  ['githun', 'github', 'replaced', 5, true],
  ['gathub', 'github', 'replaced', 1, true],
  ['gizhub', 'github', 'replaced', 2, false],
])('%s is %s with a letter %s at %d, likely: %s', (text, real, edit, place, isLikely) =>
  expect(oneEdit(text, real)).toEqual({ edit, place, isLikely }),
);

it.each([
  ['github', 'github'],
  ['gitlab', 'github'],
  ['ghitub', 'github'],
  ['githubxy', 'github'],
  ['thub', 'github'],
  ['', 'github'],
])('%j is not one edit away from %s', (text, real) => expect(oneEdit(text, real)).toBeUndefined());

const word = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 3, maxLength: 7 });

it('finds every letter that was put in, and its own way back', () =>
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom(...'abcd'), (real, at, letter) => {
      const place = at % (real.length + 1);
      const text = real.slice(0, place) + letter + real.slice(place);
      expect(['added', 'doubled']).toContain(oneEdit(text, real)?.edit);
      expect(oneEdit(real, text)?.edit).toBe('left-out');
    }),
  ));
