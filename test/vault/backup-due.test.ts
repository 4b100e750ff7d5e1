import { describe, expect, it } from 'vitest';
import { storedFrom } from '../../src/vault/account';
import { isBackupDue, isPutOff } from '../../src/vault/backup-due';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 10, 25);
const backup = { accounts: 1 };

const accountsAdded = (...daysAgo: number[]) =>
  daysAgo.map((days, place) =>
    storedFrom(
      {
        type: 'totp',
        issuer: 'Example',
        label: `person${place}`,
        secret: new Uint8Array(20),
        algorithm: 'SHA1',
        digits: 6,
        periodSeconds: 30,
      },
      `id-${place}`,
      NOW_MS - days * DAY_MS,
    ),
  );

describe('a backup is due', () => {
  it.each([
    ['not for two accounts of today', accountsAdded(0, 0.9), undefined, false],
    ['from the third account on', accountsAdded(0, 0, 0), undefined, true],
    ['from the second day on', accountsAdded(0, 1.1), undefined, true],
    ['not after a backup of this month', accountsAdded(90, 90, 90, 90), 29, false],
    ['after a backup that is older', accountsAdded(0), 31, true],
    ['not while there is nothing to keep', [], undefined, false],
  ] as const)('%s', (_, accounts, daysAgo, isDue) => {
    const last = daysAgo === undefined ? undefined : { ...backup, atMs: NOW_MS - daysAgo * DAY_MS };
    expect(isBackupDue({ accounts, backup: last }, NOW_MS)).toBe(isDue);
  });
});

describe('a backup is put off', () => {
  it.each([
    ['where nobody ever did', undefined, false],
    ['right after', 0, true],
    ['almost a week later', 6.9, true],
    ['a week later', 7, false],
    ['by a clock that was ahead', -2, false],
  ] as const)('%s', (_, daysAgo, isOff) => {
    const backupPutOffMs = daysAgo === undefined ? undefined : NOW_MS - daysAgo * DAY_MS;
    expect(isPutOff({ backupPutOffMs }, NOW_MS)).toBe(isOff);
  });
});
