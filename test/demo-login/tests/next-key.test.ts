/** Keys of other kinds, chosen on the page for testers: through the QR code's link, the set-up, and a sign-in. */
import { beforeEach, describe, expect, it } from 'vitest';
import { findMatchingStep, HASH_NAMES, hotp, type KeyParameters, stepAt } from '../totp';
import { words } from '../words';
import { MINUTE_MS, type OpenSite, openSite, secretOn, turnTwoFactorOn, type Visitor } from './visitor';

let site: OpenSite;
let tester: Visitor;
beforeEach(async () => {
  site = await openSite();
  tester = await site.visitor().get('/testers');
});

const SET_UP = '/profile/security/set-up';

const KINDS: KeyParameters[] = HASH_NAMES.flatMap((hash) =>
  ([6, 8] as const).flatMap((digits) => ([30, 60] as const).map((periodSeconds) => ({ hash, digits, periodSeconds }))),
);

const choose = ({ hash, digits, periodSeconds }: KeyParameters) =>
  tester.post('/testers/next-key', { hash, digits: String(digits), period: String(periodSeconds) });

const codeOf = (secret: Uint8Array, { hash, digits, periodSeconds }: KeyParameters) =>
  hotp(secret, stepAt(site.clock.nowMs, periodSeconds), digits, hash);

it('there are twelve kinds', () => expect(new Set(KINDS.map((kind) => JSON.stringify(kind))).size).toBe(12));

describe.each(KINDS)('a key of $hash, $digits digits and $periodSeconds s', (kind) => {
  it('stands in the QR code, is set up and signs in', async () => {
    await choose(kind);
    expect(tester.shown('next-key')).toMatch(new RegExp(`, ${kind.digits} digits, every ${kind.periodSeconds} s$`));
    const visitor = await site.visitorAt('signed-in');
    await visitor.get(SET_UP);
    const { hash, digits, periodSeconds } = kind;
    expect(visitor.html).toContain(
      `&amp;algorithm=${hash.toUpperCase()}&amp;digits=${digits}&amp;period=${periodSeconds}"`,
    );
    expect(visitor.html).toContain(`${digits}-digit code`);
    const secret = secretOn(visitor);

    for (const otp of KINDS.map((other) => codeOf(secret, other))) {
      if (findMatchingStep(secret, otp, site.clock.nowMs, kind) !== undefined) continue;
      await visitor.post(SET_UP, { otp });
      expect(visitor.shown('error')).toBe(words.wrongCode);
    }
    await visitor.post(SET_UP, { otp: codeOf(secret, kind) });
    expect(visitor.shown('recovery-codes')).toBeDefined();

    site.clock.nowMs += periodSeconds * 1000;
    const pending = await site.visitorAt('code');
    expect(pending.html).toContain(`${digits}-digit code`);
    expect(pending.html).toContain(`every ${periodSeconds} seconds`);
    await pending.post('/sign-in/code', { otp: codeOf(secret, kind) });
    expect(pending.path).toBe('/');
  });
});

it('a key that is in use keeps its kind', async () => {
  const { secret } = await turnTwoFactorOn(site);
  await choose({ hash: 'sha512', digits: 8, periodSeconds: 60 });
  site.clock.nowMs += MINUTE_MS;
  const pending = await site.visitorAt('code');
  expect(pending.html).toContain('6-digit code');
  await pending.post('/sign-in/code', { otp: codeOf(secret, { hash: 'sha1', digits: 6, periodSeconds: 30 }) });
  expect(pending.path).toBe('/');
});

it('a set-up page that stands open gets a key of the new kind, and its old key turns nothing on', async () => {
  const visitor = await site.visitorAt('signed-in');
  await visitor.get(SET_UP);
  const old = secretOn(visitor);
  await choose({ hash: 'sha256', digits: 6, periodSeconds: 60 });
  await visitor.post(SET_UP, { otp: codeOf(old, { hash: 'sha1', digits: 6, periodSeconds: 30 }) });
  expect(visitor.shown('error')).toBe(words.setUpExpired);
  expect(visitor.html).toContain('algorithm=SHA256');
  expect(secretOn(visitor)).not.toEqual(old);
  expect(site.database.all('SELECT * FROM two_factor')).toEqual([]);
});

it.each([
  { hash: 'md5', digits: '6', period: '30' },
  { hash: 'SHA1', digits: '6', period: '30' },
  { hash: 'sha1', digits: '7', period: '30' },
  { hash: 'sha1', digits: '08', period: '30' },
  { hash: 'sha1', digits: '6', period: '0' },
  { hash: 'sha1', digits: '6', period: '30.0' },
  { hash: 'sha1', digits: '6', period: '' },
  { hash: 'toString', digits: '6', period: '30' },
])('there is no kind $hash, $digits, $period', async (typed) => {
  await choose({ hash: 'sha256', digits: 8, periodSeconds: 60 });
  await tester.post('/testers/next-key', typed);
  expect(tester.status).toBe(422);
  expect(tester.shown('error')).toBe(words.unknownKey);
  expect(tester.shown('next-key')).toBe('SHA-256, 8 digits, every 60 s');
});

it('starting over brings the usual kind back', async () => {
  await choose({ hash: 'sha256', digits: 8, periodSeconds: 60 });
  await tester.post('/start-over');
  await tester.get('/testers');
  expect(tester.shown('next-key')).toBe('SHA-1, 6 digits, every 30 s');
});
