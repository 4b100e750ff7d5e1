/** The readers of anyone's own files, over the tables of vectors and odd URIs. */
import { describe, expect, it } from 'vitest';
import { readCode } from '../../scripts/read-codes';
import { readUri } from '../../scripts/read-uris';
import { hasForeignData, readForeignJson } from '../foreign-data';

interface OddUri {
  readonly uri: string;
  readonly outcome: 'ok' | 'error';
  readonly expect?: Readonly<Record<string, unknown>>;
  readonly alsoAllowed?: string;
}

interface Vector {
  readonly secret: string;
  readonly type?: string;
  readonly algorithm?: string;
  readonly digits: number;
  readonly period?: number;
  readonly counter?: number;
  readonly time?: number;
  readonly code: string;
}

describe.skipIf(!hasForeignData)('foreign tables', () => {
  it('every odd URI has its outcome', () => {
    const uris = readForeignJson<OddUri[]>('nasty-uris.json');
    expect(uris.length).toBeGreaterThan(50);
    for (const { uri, outcome, expect: wanted, alsoAllowed } of uris) {
      const read = readUri(uri);
      // SHA384 is the one invalid URI the table allows to be read, and this product makes its codes.
      if (alsoAllowed?.startsWith('ok with algorithm SHA384'))
        expect(read).toMatchObject({ ok: true, algorithm: 'SHA384' });
      else if (outcome === 'error') expect(read['ok'], uri).toBe(false);
      else {
        const { secret, ...rest } = wanted ?? {};
        expect(read, uri).toMatchObject({ ok: true, ...rest });
      }
    }
  });

  it('every vector has its code', () => {
    const vectors = readForeignJson<Record<'hotp' | 'totp' | 'steam' | 'computed', Vector[]>>('vectors.json');
    const typed = [
      ...vectors.hotp.map((vector) => ({ ...vector, type: 'hotp' })),
      ...vectors.steam.map((vector) => ({ ...vector, type: 'steam' })),
      ...vectors.totp,
      ...vectors.computed,
    ];
    expect(typed.length).toBeGreaterThan(40);
    for (const { code, time = 0, ...asked } of typed)
      expect(readCode({ ...asked, atMs: time * 1000 })).toEqual({ code });
  });
});

describe('read:codes', () => {
  it.each([
    [{ secret: 'A' }, 'secret-too-short'],
    [{ secret: 'JBSWY3DPEHPK3PXP', type: 'motp' }, 'unsupported-type'],
    [{ secret: 'JBSWY3DPEHPK3PXP', algorithm: 'MD5' }, 'algorithm-unknown'],
    [{ secret: 'JBSWY3DPEHPK3PXP', digits: 11 }, 'digits-invalid'],
    [{ secret: 'JBSWY3DPEHPK3PXP' }, 'time-invalid'],
    [null, 'secret-missing'],
    [{ secret: 'JBSWY3DPEHPK3PXP', type: { toString: 1 } }, 'unsupported-type'],
    [{ secret: 'JBSWY3DPEHPK3PXP', algorithm: ['SHA1'] }, 'algorithm-unknown'],
    [{ secret: 'JBSWY3DPEHPK3PXP', digits: '0x6' }, 'digits-invalid'],
    [{ secret: 'JBSWY3DPEHPK3PXP', digits: [6] }, 'digits-invalid'],
    [{ secret: 'JBSWY3DPEHPK3PXP', period: '' }, 'period-invalid'],
    [{ secret: 'JBSWY3DPEHPK3PXP', type: 'hotp', counter: 0.5 }, 'counter-invalid'],
    [{ secret: 'JBSWY3DPEHPK3PXP', atMs: 1e300 }, 'time-invalid'],
    [{ secret: 'JBSWY3DPEHPK3PXP', atMs: '0' }, 'time-invalid'],
  ])('%j is refused by name', (item, kind) => expect(readCode(item)).toEqual({ kind }));
});

describe('defaults of read:codes', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  it.each([
    [{ secret, atMs: 30_000 }, '287082'],
    [{ secret, atMs: 30_000, algorithm: 'sha1', digits: '8', period: null }, '94287082'],
    [{ secret, type: 'HOTP', counter: 2 }, '359152'],
  ])('%j gives %s', (item, code) => expect(readCode(item)).toEqual({ code }));
});

describe('read:uris', () => {
  it('refuses what is no text', () => expect(readUri(7)).toEqual({ ok: false, kind: 'not-otpauth' }));
});
