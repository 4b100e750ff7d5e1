import { expect, it } from 'vitest';
import type { Account } from '../../src/app/account';
import { inOrder } from '../../src/app/in-order';

const account = (issuer: string, label: string, addedMs: number) => ({ issuer, label, addedMs }) as Account;
const ALL = [
  account('Östra', 'b', 3),
  account('Zeta', 'a', 1),
  account('Bank 10', 'a', 2),
  account('', 'apple', 5),
  account('Bank 9', 'b', 4),
  account('Bank 9', 'a', 6),
];
const names = (all: readonly Account[]) => all.map(({ issuer, label }) => `${issuer}/${label}`);

it.each([
  ['own', 'en', ['Östra/b', 'Zeta/a', 'Bank 10/a', '/apple', 'Bank 9/b', 'Bank 9/a']],
  ['newest', 'en', ['Bank 9/a', '/apple', 'Bank 9/b', 'Östra/b', 'Bank 10/a', 'Zeta/a']],
  ['name', 'en', ['/apple', 'Bank 9/a', 'Bank 9/b', 'Bank 10/a', 'Östra/b', 'Zeta/a']],
  ['name', 'sv', ['/apple', 'Bank 9/a', 'Bank 9/b', 'Bank 10/a', 'Zeta/a', 'Östra/b']],
] as const)('by %s, in %s', (order, language, expected) => {
  const before = [...ALL];
  expect(names(inOrder(ALL, order, language))).toEqual(expected);
  expect(ALL).toEqual(before);
});
