import { describe, expect, it } from 'vitest';
import { newContent } from '../../src/vault/content';
import { LOCK_CHOICES, readLockAfter, withLockAfter } from '../../src/vault/settings';

describe('the time after which the vault locks', () => {
  it.each(LOCK_CHOICES)('%s is kept beside settings of other versions', (choice) => {
    const content = { ...newContent([]), settings: { lockAfter: '1-hour', other: { a: 1 } } };
    const set = withLockAfter(content, choice);
    expect(readLockAfter(set)).toBe(choice);
    expect(set).toEqual({ ...content, settings: { lockAfter: choice, other: { a: 1 } } });
  });

  it.each([undefined, null, 8, '', '9-hours', ['restart'], { restart: true }])('%j is 8 hours', (lockAfter) => {
    expect(readLockAfter({ ...newContent([]), settings: { lockAfter } })).toBe('8-hours');
  });

  it('is 8 hours in a new vault', () => expect(readLockAfter(newContent([]))).toBe('8-hours'));
});
