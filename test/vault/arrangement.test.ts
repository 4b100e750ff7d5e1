import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveAccount, pinAccounts } from '../../src/vault/arrangement';
import { newContent, type VaultContent } from '../../src/vault/content';
import { accountNamed } from './memory-domain';

const [a, b, c] = [accountNamed('a', 1), accountNamed('b', 2), accountNamed('c', 3)] as const;
const all = newContent([a, b, c]);
const labelsOf = ({ accounts }: VaultContent) => accounts.map(({ label }) => label).join('');

describe('an account moved', () => {
  it.each([
    [a, c.id, 'bac'],
    [a, undefined, 'bca'],
    [c, a.id, 'cab'],
    [b, a.id, 'bac'],
  ])('stands in front of the one named, or at the end', (account, before, order) => {
    expect(labelsOf(moveAccount(all, account.id, before))).toBe(order);
  });

  it('changes nothing where it stands there, or either is gone', () => {
    expect(moveAccount(all, a.id, b.id)).toBe(all);
    expect(moveAccount(all, c.id, undefined)).toBe(all);
    expect(moveAccount(all, a.id, a.id)).toBe(all);
    expect(moveAccount(all, 'gone', a.id)).toBe(all);
    expect(moveAccount(all, a.id, 'gone')).toBe(all);
  });

  it('takes nothing away, and moved twice does no more than once', () => {
    const place = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), place, place, (count, from, before) => {
        const content = newContent(Array.from({ length: count }, (_, at) => accountNamed(`${at}`, at + 1)));
        const [id = 'gone', beforeId] = [content.accounts[from]?.id, content.accounts[before]?.id];
        const moved = moveAccount(content, id, beforeId);
        expect([...moved.accounts].sort((x, y) => x.label.localeCompare(y.label))).toEqual(content.accounts);
        expect(moveAccount(moved, id, beforeId)).toEqual(moved);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a pin', () => {
  it('is there where it is set, and nowhere else', () => {
    const pinned = pinAccounts(all, [a.id, c.id, 'gone'], true);
    expect(pinned.accounts).toEqual([{ ...a, pinned: true }, b, { ...c, pinned: true }]);
    expect(pinAccounts(pinned, [a.id, b.id], false).accounts).toEqual([a, b, { ...c, pinned: true }]);
  });
});
