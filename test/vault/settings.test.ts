import { describe, expect, it } from 'vitest';
import { newContent } from '../../src/vault/content';
import {
  LOCK_CHOICES,
  readBackupPutOff,
  readLockAfter,
  withBackupPutOff,
  withLockAfter,
} from '../../src/vault/settings';

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

describe('when a backup was put off', () => {
  it('is kept beside everything else', () => {
    const content = { ...newContent([]), settings: { lockAfter: '1-hour', other: { a: 1 } } };
    const set = withBackupPutOff(content, 1234);
    expect(readBackupPutOff(set)).toBe(1234);
    expect(set).toEqual({ ...content, settings: { ...content.settings, backupPutOffMs: 1234 } });
  });

  it.each([undefined, null, -1, 1.5, '8', [], {}, Number.MAX_VALUE])('%j is no time', (backupPutOffMs) => {
    expect(readBackupPutOff({ ...newContent([]), settings: { backupPutOffMs } })).toBeUndefined();
  });
});
