import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase32 } from '../../src/otp/base32';
import type { AccountDetails } from '../../src/otp/otp';
import { OTP_ALGORITHMS } from '../../src/otp/otp';
import { formatOtpauthUri, parseOtpauthUri } from '../../src/otp/otpauth-uri';

const SECRET = 'JBSWY3DPEHPK3PXP';
const accountOf = (uri: string) => {
  const read = parseOtpauthUri(uri);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.account;
};
const kindOf = (uri: string) => {
  const read = parseOtpauthUri(uri);
  return read.ok ? 'ok' : read.error.kind;
};

describe('names', () => {
  it.each([
    ['Example:alice', '', 'Example', 'alice'],
    ['Example%3A%20alice', '', 'Example', 'alice'],
    ['alice', '', '', 'alice'],
    ['Old:alice', 'New', 'New', 'alice'],
    ['GitHub:me', 'Git', 'Git', 'me'],
    ['Git:Hub:me', 'Git', 'Git', 'Hub:me'],
    ['http%3A%2F%2Fx:8080:bob', 'http%3A%2F%2Fx%3A8080', 'http://x:8080', 'bob'],
    [':alice', '', '', 'alice'],
    [':a%3Ab', '', '', 'a:b'],
    ['a\ud800', '\udc00', '\ufffd', 'a\ufffd'],
    ['a+b@example.com', 'Air+Canada', 'Air Canada', 'a+b@example.com'],
    ['100%25:b%zz', '', '100%', 'b%zz'],
    ['A#1', '', '', 'A#1'],
    ['%FF%C3%A9', '', '', '%FF%C3%A9'],
  ])('label %s with issuer %s', (label, issuer, expectedIssuer, expectedLabel) => {
    const account = accountOf(`otpauth://totp/${label}?secret=${SECRET}&issuer=${issuer}`);
    expect([account.issuer, account.label]).toEqual([expectedIssuer, expectedLabel]);
  });
});

describe('a field given twice', () => {
  it.each([
    [`secret=${SECRET}&secret=KRUGS4ZANFZSAYJA&issuer=One&issuer=Two&period=60&period=90`],
    [`Secret=${SECRET}&SECRET=KRUGS4ZANFZSAYJA&issuer=One&ISSUER=&period=60&Period=0`],
  ])('counts as it stands first: %s', (query) => {
    const account = accountOf(`otpauth://totp/a?${query}`);
    expect(account).toEqual({ ...accountOf(`otpauth://totp/a?secret=${SECRET}&issuer=One`), periodSeconds: 60 });
  });

  it('is not there where the first is empty', () => {
    expect(kindOf(`otpauth://totp/a?secret=&secret=${SECRET}`)).toBe('secret-missing');
  });
});

describe('what is at its edge', () => {
  const uri = (fields: string, label = 'a') => `otpauth://totp/${label}?secret=${SECRET}${fields}`;
  const ofLength = (length: number) => uri('&x=').padEnd(length, 'x');
  const ofBytes = (count: number) => `otpauth://totp/a?secret=${encodeBase32(new Uint8Array(count).fill(7))}`;
  it.each([
    ['a URI of 16,384 characters', ofLength(16_384), ofLength(16_385), 'uri-too-long'],
    ['a secret of 1,024 bytes', ofBytes(1024), ofBytes(1025), 'secret-too-long'],
    ['a secret of one byte', ofBytes(1), ofBytes(0), 'secret-missing'],
    ['a period of 86,400 s', uri('&period=86400'), uri('&period=86401'), 'period-invalid'],
    ['a period of 1 s', uri('&period=1'), uri('&period=0'), 'period-invalid'],
    ['ten digits', uri('&digits=10'), uri('&digits=11'), 'digits-invalid'],
    ['one digit', uri('&digits=1'), uri('&digits=0'), 'digits-invalid'],
    ['a label of 1,000 characters', uri('', 'a'.repeat(1000)), uri('', 'a'.repeat(1001)), 'name-too-long'],
    [
      'an issuer of 1,000 characters',
      uri(`&issuer=${'a'.repeat(1000)}`),
      uri(`&issuer=${'a'.repeat(1001)}`),
      'name-too-long',
    ],
    [
      'the last counter',
      `otpauth://hotp/a?secret=${SECRET}&counter=${Number.MAX_SAFE_INTEGER}`,
      `otpauth://hotp/a?secret=${SECRET}&counter=${Number.MAX_SAFE_INTEGER + 1}`,
      'counter-invalid',
    ],
  ])('%s is taken, and one further is not', (_, last, beyond, kind) => {
    expect([kindOf(last), kindOf(beyond)]).toEqual(['ok', kind]);
  });
});

describe('T10: kinds of failure', () => {
  it.each([
    ['', 'not-otpauth'],
    ['https://example.com/', 'not-otpauth'],
    ['otpauth-migration://offline?data=AA', 'migration'],
    ['motp://a:b?secret=00', 'unsupported-type'],
    ['otpauth://yaotp/a?secret=AAAA', 'unsupported-type'],
    ['otpauth://totp/a', 'secret-missing'],
    ['otpauth://totp/a?secret=A', 'secret-too-short'],
    ['otpauth://totp/a?secret=JBSW0', 'secret-illegal'],
    [`otpauth://totp/a?secret=${SECRET}#x`, 'secret-illegal'],
    [`otpauth://totp/a?secret=${'A'.repeat(2000)}`, 'secret-too-long'],
    [`otpauth://totp/a?secret=${SECRET}&digits=0`, 'digits-invalid'],
    [`otpauth://totp/a?secret=${SECRET}&digits=262`, 'digits-invalid'],
    [`otpauth://totp/a?secret=${SECRET}&digits=0x6`, 'digits-invalid'],
    [`otpauth://totp/a?secret=${SECRET}&period=0`, 'period-invalid'],
    [`otpauth://totp/a?secret=${SECRET}&period=90000`, 'period-invalid'],
    [`otpauth://hotp/a?secret=${SECRET}&counter=-1`, 'counter-invalid'],
    [`otpauth://hotp/a?secret=${SECRET}&counter=9007199254740992`, 'counter-invalid'],
    [`otpauth://totp/a?secret=${SECRET}&algorithm=MD5`, 'algorithm-unknown'],
    [`otpauth://totp/${'a'.repeat(1001)}?secret=${SECRET}`, 'name-too-long'],
    [`otpauth://totp/a?secret=${'='.repeat(16_000)}A`, 'secret-illegal'],
    [`otpauth://totp/a?secret=${SECRET}&algorithm=GOST3411_2012_256`, 'algorithm-unknown'],
    [`otpauth://totp/${'a'.repeat(20_000)}?secret=${SECRET}`, 'uri-too-long'],
  ])('%.60s', (uri, kind) => expect(kindOf(uri)).toBe(kind));

  it.each([
    `otpauth://totp/a?secret=${SECRET}&digits=99`,
    `otpauth://totp/a?secret=${SECRET}0`,
    `otpauth://totp/a?secret=${SECRET}&algorithm=${SECRET}`,
    `otpauth://totp/a?secret=${SECRET}&algorithm=SHA1secret=${SECRET}`,
    `otpauth://${SECRET}`,
    `otpauth://secret=${SECRET}/a`,
    `otpauth://totp/${SECRET}`,
    `steam://${SECRET}/1`,
  ])('never repeat the secret: %s', (uri) => {
    const read = parseOtpauthUri(uri);
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read).toUpperCase()).not.toContain(SECRET);
  });

  it.each([12, 13, 15, 16, 20])('never repeat what could be a secret of %d characters', (length) => {
    const secret = 'JBSWY3DPEHPK3PXPKRUG'.slice(0, length);
    for (const uri of [
      `otpauth://${secret}/a`,
      `otpauth://totp/a?secret=${SECRET}&algorithm=${secret.toLowerCase()}`,
    ]) {
      const read = parseOtpauthUri(uri);
      expect(read.ok).toBe(false);
      expect(JSON.stringify(read).toUpperCase()).not.toContain(secret);
    }
  });

  it('name what is not supported', () => {
    expect(parseOtpauthUri('otpauth://yaotp/a?secret=AAAA')).toMatchObject({ error: { type: 'yaotp' } });
    expect(parseOtpauthUri(`otpauth://totp/a?secret=${SECRET}&algorithm=GOST3411_2012_256`)).toMatchObject({
      error: { algorithm: 'GOST3411_2012_256' },
    });
  });
});

describe('types', () => {
  it('reads Steam by host, by encoder and by its own scheme', () => {
    for (const uri of [
      `otpauth://steam/Steam:me?secret=${SECRET}`,
      `otpauth://totp/me?secret=${SECRET}&encoder=steam`,
      `steam://${SECRET}`,
    ]) {
      expect(accountOf(uri)).toMatchObject({ type: 'steam', digits: 5, periodSeconds: 30, algorithm: 'SHA1' });
    }
  });

  it('takes an encoder for a timed account alone', () => {
    const counted = accountOf(`otpauth://hotp/me?secret=${SECRET}&encoder=steam&counter=7&digits=8`);
    expect(counted).toMatchObject({ type: 'hotp', digits: 8, counter: 7 });
  });

  it.each(['null', 'NULL', 'Null', ' null ', ''])('takes %j for what is not given', (text) => {
    const fields = ['algorithm', 'digits', 'period', 'counter'].map((name) => `&${name}=${encodeURIComponent(text)}`);
    const standard = { algorithm: 'SHA1', digits: 6 };
    for (const type of ['totp', 'hotp']) {
      const moving = type === 'totp' ? { periodSeconds: 30 } : { counter: 0 };
      const read = parseOtpauthUri(`otpauth://${type}/a?secret=${SECRET}${fields.join('')}`);
      const warnings = type === 'totp' ? [] : ['counter-missing'];
      expect(read).toMatchObject({ ok: true, value: { account: { type, ...standard, ...moving }, warnings } });
    }
  });

  it('takes a counted account without its counter from 0, and says so', () => {
    const read = parseOtpauthUri(`otpauth://hotp/a?secret=${SECRET}`);
    expect(read).toMatchObject({ ok: true, value: { account: { counter: 0 }, warnings: ['counter-missing'] } });
    expect(parseOtpauthUri(`otpauth://hotp/a?secret=${SECRET}&counter=7`)).toMatchObject({
      value: { account: { counter: 7 }, warnings: [] },
    });
  });
});

describe('properties', () => {
  // Colons, percent signs and what else has a meaning in the URI more often than chance would have them.
  const name = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...':%+&=#?/ a\u202e\u0007'), maxLength: 12 }),
    )
    .map((text) => text.trim());
  const shared = {
    secret: fc.uint8Array({ minLength: 1, maxLength: 64 }),
    algorithm: fc.constantFrom(...OTP_ALGORITHMS),
    digits: fc.integer({ min: 1, max: 10 }),
  };
  const names = fc.record({ issuer: name, label: name });
  const parameters = fc.oneof(
    fc.record({ type: fc.constant('totp' as const), ...shared, periodSeconds: fc.integer({ min: 1, max: 86_400 }) }),
    fc.record({ type: fc.constant('hotp' as const), ...shared, counter: fc.maxSafeNat() }),
    fc.record({
      type: fc.constant('steam' as const),
      secret: shared.secret,
      algorithm: fc.constant('SHA1' as const),
      digits: fc.constant(5 as const),
      periodSeconds: fc.constant(30 as const),
    }),
  );
  const account = fc.tuple(parameters, names).map(([values, named]): AccountDetails => ({ ...values, ...named }));

  it('what is written is read back the same', () => {
    fc.assert(
      fc.property(account, (written) => void expect(accountOf(formatOtpauthUri(written))).toEqual(written)),
      { numRuns: 2_000 },
    );
  });

  it('T10: any text gives an answer, and an account only with parameters in range', () => {
    const cut = fc.tuple(
      account.map(formatOtpauthUri),
      fc.nat(),
      fc.nat({ max: 5 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const broken = cut.map(([uri, at, gone, added]) => {
      const place = at % uri.length;
      return uri.slice(0, place) + added + uri.slice(place + gone);
    });
    fc.assert(
      fc.property(fc.oneof(broken, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        const read = parseOtpauthUri(text);
        if (!read.ok) return /^[a-z-]+$/.test(read.error.kind);
        const { secret, digits } = read.value.account;
        return secret.length > 0 && digits >= 1 && digits <= 10;
      }),
      { numRuns: 5_000 },
    );
  });
});
