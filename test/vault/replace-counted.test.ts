import { describe, expect, it } from 'vitest';
import type { StoredHotp } from '../../src/vault/account';
import { newContent } from '../../src/vault/content';
import { replaceAccount } from '../../src/vault/operations';
import { accountNamed, NOW_MS } from './memory-domain';

describe('replacing a counted account by the same one', () => {
  const counted = (label: string, counter: number, secret = 'JBSWY3DPEHPK3PXP') =>
    ({
      ...accountNamed(label, counter),
      type: 'hotp',
      counter,
      secret,
      periodSeconds: undefined,
    }) as never as StoredHotp;

  it('goes on counting where the old one was', () => {
    const replaced = replaceAccount(newContent([counted('old', 57)]), counted('old', 57).id, counted('new', 0), NOW_MS);
    expect(replaced.accounts).toEqual([{ ...counted('new', 0), counter: 57 }]);
    const ahead = replaceAccount(newContent([counted('old', 57)]), counted('old', 57).id, counted('new', 60), NOW_MS);
    expect(ahead.accounts).toEqual([counted('new', 60)]);
  });

  it('begins anew with another secret', () => {
    const other = counted('new', 0, 'KRUGS4ZANFZSAYJA');
    expect(replaceAccount(newContent([counted('old', 57)]), counted('old', 57).id, other, NOW_MS).accounts).toEqual([
      other,
    ]);
  });
});
