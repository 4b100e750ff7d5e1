import { describe, expect, it } from 'vitest';
import { newContent } from '../../src/vault/content';
import { trashAccount } from '../../src/vault/operations';
import { partOf } from '../../src/vault/part';
import { accountNamed } from './memory-domain';

const [a, b, c] = [
  { ...accountNamed('a', 1), groupId: 'g1' },
  { ...accountNamed('b', 2), sites: [{ site: 'b.example' }], notes: 'of b' },
  accountNamed('c', 3),
] as const;
const WORK = { id: 'g1', name: 'Work' };
const HOME = { id: 'g2', name: 'Home' };
const whole = trashAccount(
  { ...newContent([a, b, c]), groups: [WORK, HOME, 'of another version'], settings: { lastBackup: { accounts: 3 } } },
  c.id,
  1,
);

describe('a part of a vault', () => {
  it('has the accounts asked for in the order of the vault, as they are, and only their groups', () => {
    expect(partOf(whole, [b.id, 'gone', a.id])).toEqual({ ...newContent([a, b]), groups: [WORK] });
    expect(partOf(whole, [b.id])).toEqual(newContent([b]));
  });

  it('has nothing of the trash, also where it is asked for by its id', () => {
    expect(partOf(whole, [c.id])).toEqual(newContent([]));
  });
});
