import { describe, expect, it } from 'vitest';
import { endOfCodeMs, findWaitMs } from '../../src/app/code-time';
import type { StoredAccount } from '../../src/vault/account';
import { boundAccount } from '../e2e/bound-accounts';

const timed = (periodSeconds: number) => ({ ...boundAccount(0, 'Contoso'), periodSeconds }) as StoredAccount;
const counted = { ...boundAccount(0, 'Contoso'), type: 'hotp', counter: 1 } as StoredAccount;

describe('the wait for the next code', () => {
  it.each([
    [27_999, undefined],
    [28_000, 30_000],
    [29_999, 30_000],
    [30_000, undefined],
    [58_500, 60_000],
  ])('of 30 seconds, at %i ms, lasts until %s', (nowMs, untilMs) => {
    expect(findWaitMs(timed(30), nowMs)).toBe(untilMs);
  });

  it('is none for periods of 5 s or less, and for counted codes', () => {
    expect(findWaitMs(timed(5), 4500)).toBeUndefined();
    expect(findWaitMs(timed(1), 500)).toBeUndefined();
    expect(findWaitMs(timed(6), 4500)).toBe(6000);
    expect(findWaitMs(counted, 29_000)).toBeUndefined();
    expect(endOfCodeMs(counted, 29_000)).toBe(Number.MAX_SAFE_INTEGER);
  });
});
