/** The clock of a computer held against a site's Date: what is measured holds what is true, whatever is on the way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionFrom, MOST_CORRECTED_S } from '../../src/otp/clock-correction';
import { judgeClock, readOffset, stillFits, type TimedAnswer } from '../../src/otp/clock-offset';

const AT_MS = Date.UTC(2027, 2, 4, 10, 20, 30);
const DATE = 'Thu, 04 Mar 2027 10:20:30 GMT';
const DAY_MS = 86_400_000;
const MANY = { numRuns: 2000 };
const answer = (more: Partial<TimedAnswer> = {}): TimedAnswer => ({
  sentMs: AT_MS,
  receivedMs: AT_MS + 200,
  date: DATE,
  age: null,
  ...more,
});

/** The answer of a site whose clock is `offsetMs` behind the computer's, made `thereMs` after the question was sent. */
const answerOf = (siteMs: number, offsetMs: number, thereMs: number, backMs: number, age: string | null = null) => ({
  sentMs: siteMs + offsetMs - thereMs,
  receivedMs: siteMs + offsetMs + backMs,
  date: new Date(Math.floor(siteMs / 1000) * 1000).toUTCString(),
  age,
});

const moment = fc.integer({ min: 0, max: 4_102_444_800_000 });
const offset = fc.oneof(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: -40 * DAY_MS, max: 40 * DAY_MS }));
const way = fc.integer({ min: 0, max: 4000 });

describe('an offset', () => {
  it('is the middle of what it can be: half a second of the Date, half of the way', () => {
    expect(readOffset(answer())).toEqual({ ok: true, value: { offsetMs: -400, uncertaintyMs: 600 } });
    const ahead = answer({ date: 'Thu, 04 Mar 2027 10:22:00 GMT' });
    expect(readOffset(ahead)).toEqual({ ok: true, value: { offsetMs: -90_400, uncertaintyMs: 600 } });
  });

  it('is never further from the true one than it says', () => {
    fc.assert(
      fc.property(moment, offset, way, way, (siteMs, offsetMs, thereMs, backMs) => {
        const read = readOffset(answerOf(siteMs, offsetMs, thereMs, backMs));
        expect(read).toMatchObject({ ok: true });
        if (!read.ok) return;
        expect(Math.abs(read.value.offsetMs - offsetMs)).toBeLessThanOrEqual(read.value.uncertaintyMs);
        expect(read.value.uncertaintyMs).toBe((thereMs + backMs + 1000) / 2);
      }),
      MANY,
    );
  });

  it('nor where a cache answers, whether that keeps the Date as it was or writes its own', () => {
    fc.assert(
      fc.property(moment, offset, fc.nat(9), fc.boolean(), (siteMs, offsetMs, ageS, isKept) => {
        const sent = answerOf(siteMs, offsetMs, 0, 0, String(ageS));
        const date = isKept ? new Date(Date.parse(sent.date) - ageS * 1000).toUTCString() : sent.date;
        const read = readOffset({ ...sent, date });
        expect(read.ok).toBe(ageS <= 9);
        if (read.ok) expect(Math.abs(read.value.offsetMs - offsetMs)).toBeLessThanOrEqual(read.value.uncertaintyMs);
      }),
      MANY,
    );
  });

  it.each([
    null,
    '',
    'now',
    '0',
    '1772619630',
    '2027-03-04T10:20:30Z',
    'Thu, 04 Mar 2027 10:20:30',
    'Thu, 04 Mar 2027 10:20:30 UTC',
    'Thu, 04 Mar 2027 10:20:30 +0000',
    'Fri, 04 Mar 2027 10:20:30 GMT',
    'Thu, 4 Mar 2027 10:20:30 GMT',
    'Thu, 31 Feb 2027 10:20:30 GMT',
    'Thu, 04 Mar 2027 10:20:60 GMT',
    'Thursday, 04-Mar-27 10:20:30 GMT',
    'Thu Mar  4 10:20:30 2027',
    `${DATE}, ${DATE}`,
  ])('is not read from the Date %j', (date) => {
    expect(readOffset(answer({ date }))).toEqual({ ok: false, error: { kind: 'date-missing' } });
  });

  it.each([
    ['a way of nine seconds', { receivedMs: AT_MS + 9000 }, true],
    ['a longer one', { receivedMs: AT_MS + 9001 }, false],
    ['an age of eight seconds', { age: '8' }, true],
    ['a greater one', { age: '9' }, false],
    ['one of hours, as of a large cache', { age: '99788' }, false],
    ['several, of which the first counts', { age: '99788, 0' }, false],
    ['several, of which the first is none', { age: '0, 99788' }, true],
    ['an age that is no number', { age: 'old' }, true],
    ['an age below zero', { age: '-5' }, true],
    ['an age beyond all numbers', { age: '9'.repeat(400) }, false],
    ['a clock set back meanwhile', { receivedMs: AT_MS - 1 }, false],
  ])('with %s', (_what, more, isRead) => {
    const read = readOffset(answer(more));
    expect(read.ok).toBe(isRead);
    if (!read.ok) expect(read.error).toEqual({ kind: 'time-vague' });
  });

  it('is never NaN, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.option(fc.string()),
        fc.option(fc.string()),
        fc.double(),
        fc.double(),
        (date, age, sentMs, receivedMs) => {
          const read = readOffset({ sentMs, receivedMs, date, age });
          if (read.ok) expect(Number.isFinite(read.value.offsetMs + read.value.uncertaintyMs)).toBe(true);
        },
      ),
      MANY,
    );
  });
});

describe('a verdict', () => {
  it.each([
    [0, { kind: 'right' }],
    [4999, { kind: 'right' }],
    [-4999, { kind: 'right' }],
    [5000, { kind: 'off', fastS: 5 }],
    [-90_400, { kind: 'off', fastS: -90 }],
    [DAY_MS, { kind: 'off', fastS: 86_400 }],
    [-DAY_MS - 499, { kind: 'off', fastS: -86_400 }],
    [DAY_MS + 500, { kind: 'far-off', fastS: 86_401 }],
    [-40 * DAY_MS, { kind: 'far-off', fastS: -40 * 86_400 }],
  ])('of %i ms', (offsetMs, verdict) => {
    expect(judgeClock({ offsetMs, uncertaintyMs: 600 })).toEqual(verdict);
  });

  it('is right within what is not known', () => {
    expect(judgeClock({ offsetMs: 5000, uncertaintyMs: 5000 })).toEqual({ kind: 'right' });
  });

  it('gives a correction that can be kept, and with it the site’s time to within what is not known and half a second', () => {
    fc.assert(
      fc.property(moment, offset, way, way, (siteMs, offsetMs, thereMs, backMs) => {
        const read = readOffset(answerOf(siteMs, offsetMs, thereMs, backMs));
        const verdict = read.ok ? judgeClock(read.value) : undefined;
        if (!read.ok || verdict === undefined || verdict.kind === 'right') return;
        const correctionS = correctionFrom(-verdict.fastS);
        expect(correctionS === 0).toBe(verdict.kind === 'far-off');
        if (verdict.kind === 'off')
          expect(Math.abs(offsetMs + correctionS * 1000)).toBeLessThanOrEqual(read.value.uncertaintyMs + 500);
        expect(verdict.kind === 'off' && stillFits(correctionS, verdict.fastS)).toBe(verdict.kind === 'off');
      }),
      MANY,
    );
  });

  it('still fits a correction that is less than five seconds off', () => {
    expect([86, 90, 94].map((correctionS) => stillFits(correctionS, -90))).toEqual([true, true, true]);
    expect([85, 95, -90, 0].map((correctionS) => stillFits(correctionS, -90))).toEqual([false, false, false, false]);
  });
});

describe('a correction', () => {
  it.each([90, -1, MOST_CORRECTED_S, -MOST_CORRECTED_S])('is %i', (seconds) => {
    expect(correctionFrom(seconds)).toBe(seconds);
  });

  it.each([
    undefined,
    null,
    '90',
    90.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    86_401,
    -86_401,
    [90],
    { seconds: 90 },
    true,
  ])('is none where %j is stored', (stored) => {
    expect(correctionFrom(stored)).toBe(0);
  });

  it('is whole and at most a day, whatever is stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const correctionS = correctionFrom(stored);
        expect(Number.isInteger(correctionS) && Math.abs(correctionS) <= MOST_CORRECTED_S).toBe(true);
      }),
      MANY,
    );
  });
});
