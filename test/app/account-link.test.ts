/** An account for another app: what is drawn and what is copied is read again as the very account. */
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

const clipboard = vi.hoisted(() => ({ text: '', refuses: false }));
vi.stubGlobal('navigator', {
  clipboard: {
    writeText: async (text: string) => {
      if (clipboard.refuses) throw new Error(text);
      clipboard.text = text;
    },
  },
});

import { copyLink, type DrawnLink, drawLink } from '../../src/app/account-link';
import { type AccountDetails, OTP_ALGORITHMS } from '../../src/otp/otp';
import { parseOtpauthUri } from '../../src/otp/otpauth-uri';
import { scanPixels } from '../../src/scan/scan-pixels';
import { type StoredAccount, storedFrom } from '../../src/vault/account';
import { accountNamed } from '../vault/memory-domain';

afterAll(() => void vi.unstubAllGlobals());

const BROKEN = { ok: false, error: { kind: 'account-broken' } };
const SCALE = 4;

function textsOf({ size, path }: DrawnLink): readonly string[] {
  const side = size * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < SCALE; row += 1)
      for (let column = 0; column < SCALE; column += 1)
        data.set([0, 0, 0], ((Number(y) * SCALE + row) * side + Number(x) * SCALE + column) * 4);
  return scanPixels({ data, width: side, height: side }).codes.map((one) => one.text);
}

async function copied(account: StoredAccount): Promise<AccountDetails> {
  expect(await copyLink(account)).toEqual({ ok: true, value: undefined });
  const read = parseOtpauthUri(clipboard.text);
  if (!read.ok) throw new Error(read.error.kind);
  expect(read.value.warnings).toEqual([]);
  return read.value.account;
}

beforeEach(() => {
  clipboard.text = '';
  clipboard.refuses = false;
});

describe('the link of an account', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.trim());
  const secret = fc.uint8Array({ minLength: 1, maxLength: 64 });
  const shared = { issuer: name, label: name, secret };
  const counted = { ...shared, algorithm: fc.constantFrom(...OTP_ALGORITHMS), digits: fc.integer({ min: 1, max: 10 }) };
  const details: fc.Arbitrary<AccountDetails> = fc.oneof(
    fc.record({ ...counted, type: fc.constant('totp'), periodSeconds: fc.integer({ min: 1, max: 86_400 }) }),
    fc.record({ ...counted, type: fc.constant('hotp'), counter: fc.maxSafeNat() }),
    fc.record({
      ...shared,
      type: fc.constant('steam'),
      algorithm: fc.constant('SHA1'),
      digits: fc.constant(5),
      periodSeconds: fc.constant(30),
    }),
  );

  it('is read again as the account it is of, of every type, algorithm, length and period', async () => {
    await fc.assert(
      fc.asyncProperty(details, async (one) => {
        expect(await copied(storedFrom(one, 'an id', 7))).toEqual(one);
      }),
      { numRuns: 2000 },
    );
  });

  it('has nothing in it of what a person keeps beside the account', async () => {
    const beside = { notes: 'notes of hers', groupId: 'a-group', pinned: true, icon: 'data:image/png;base64,QQ==' };
    const account = { ...accountNamed('anna', 1), ...beside, sites: [{ site: 'bound.example' }] };
    await copyLink(account);
    const plain = clipboard.text;
    await copyLink(accountNamed('anna', 2));
    expect(clipboard.text).toBe(plain);
  });

  it.each([
    ['a name of 300 characters', { label: 'x'.repeat(300) }],
    ['emoji and marks of direction', { issuer: '🦊 \u202eDen', label: 'a\u200bb' }],
    ['a period of 5 seconds and eight digits', { periodSeconds: 5, digits: 8 }],
    ['a period of a day', { periodSeconds: 86_400, algorithm: 'SHA512' }],
    ['a counter', { type: 'hotp', counter: 9_007_199_254_740_991 }],
    ['Steam', { type: 'steam', digits: 5 }],
  ])('is drawn as a code that scanners read, with %s', async (_what, parts) => {
    const account = { ...accountNamed('anna', 1), ...parts } as StoredAccount;
    const drawn = drawLink(account);
    if (!drawn.ok) throw new Error(drawn.error.kind);
    await copyLink(account);
    expect(textsOf(drawn.value)).toEqual([clipboard.text]);
  });
});

describe('no link', () => {
  it.each([
    ['a type of another version', { type: 'later' }],
    ['a secret that is none', { secret: 'not base32!' }],
    ['no secret', { secret: '' }],
    ['digits out of range', { digits: 11 }],
    ['a period out of range', { periodSeconds: 0 }],
    ['a counter that is none', { type: 'hotp', counter: 'x' }],
  ])('is made of an account with %s, and nothing is copied', async (_what, parts) => {
    const account = { ...accountNamed('anna', 1), ...parts } as unknown as StoredAccount;
    expect(drawLink(account)).toEqual(BROKEN);
    expect(await copyLink(account)).toEqual(BROKEN);
    expect(clipboard.text).toBe('');
  });

  it('is drawn where it is longer than a code holds, but it can be copied', async () => {
    const account = { ...accountNamed('🦊'.repeat(400), 1) };
    expect(drawLink(account)).toEqual({ ok: false, error: { kind: 'link-too-long' } });
    expect((await copied(account)).label).toBe(account.label);
  });

  it('is told of where the clipboard refuses it', async () => {
    clipboard.refuses = true;
    expect(await copyLink(accountNamed('anna', 1))).toEqual({ ok: false, error: { kind: 'clipboard-refused' } });
  });
});
