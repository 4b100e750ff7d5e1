import { argon2id as reference } from '@noble/hashes/argon2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailsFrom, storedFrom } from '../../src/vault/account';
import { loadArgon2id } from '../../src/vault/argon2id-wasm';
import { decodeBase64, encodeBase64 } from '../../src/vault/base64';
import type { Bytes } from '../../src/vault/bytes';
import { deriveKey, openBytes, sealBytes } from '../../src/vault/ciphers';
import { decodeContent, encodeContent, newContent } from '../../src/vault/content';
import { canonicalJson } from '../../src/vault/json';
import { isAcceptableCost, TODAYS_COST } from '../../src/vault/kdf';
import { passphraseProblem } from '../../src/vault/passphrase';
import { openPending, sealPending } from '../../src/vault/pending';
import { openRecord, readRecord, sealRecord } from '../../src/vault/record';
import { accountNamed } from './memory-domain';
import { replaceSubtle } from './quick-crypto';

const runs = { numRuns: 2_000 };
const key32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Uint8Array.from(bytes));

describe('T8: Argon2id', () => {
  it('agrees with an independent implementation, by the faster of its two modules', async () => {
    const { argon2id, isSimd } = await loadArgon2id();
    expect(isSimd).toBe(true);
    for (let round = 0; round < 50; round += 1) {
      const [passphrase, salt] = [
        crypto.getRandomValues(new Uint8Array(8 + round)),
        crypto.getRandomValues(new Uint8Array(16)),
      ];
      const cost = { memoryKib: 8 + round, passes: 1 + (round % 3), lanes: 1 };
      const expected = reference(passphrase, salt, { m: cost.memoryKib, t: cost.passes, p: 1, dkLen: 32 });
      expect(await argon2id(passphrase, { ...cost, salt })).toEqual(Uint8Array.from(expected));
    }
  });

  it('never costs less than the floor where we choose, and never more than the caps where others do', async () => {
    expect(TODAYS_COST).toEqual({ memoryKib: 65_536, passes: 3, lanes: 1 });
    for (const cost of [
      { memoryKib: 1_048_576, passes: 1, lanes: 1 },
      { memoryKib: 64, passes: 16, lanes: 8 },
      { memoryKib: 8, passes: 1, lanes: 1 },
    ]) {
      expect(isAcceptableCost(cost)).toBe(true);
    }
    const { argon2id } = await loadArgon2id();
    for (const cost of [
      { memoryKib: 1_048_577, passes: 1, lanes: 1 },
      { memoryKib: 64, passes: 17, lanes: 1 },
      { memoryKib: 8, passes: 1, lanes: 2 },
      { memoryKib: 0, passes: 1, lanes: 1 },
      { memoryKib: Number.NaN, passes: 1, lanes: 1 },
    ]) {
      expect(isAcceptableCost(cost)).toBe(false);
      await expect(argon2id(new Uint8Array(8), { ...cost, salt: new Uint8Array(16) })).rejects.toThrow(RangeError);
    }
  });
});

describe('base64', () => {
  it('reads back what it writes, and has one text for every byte string', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        const text = encodeBase64(bytes);
        const decoded = decodeBase64(text);
        return decoded.ok && Buffer.from(decoded.value).equals(bytes) && text === Buffer.from(bytes).toString('base64');
      }),
      runs,
    );
  });

  it('takes no other text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), (text) => {
        const decoded = decodeBase64(text);
        return !decoded.ok || Buffer.from(decoded.value).toString('base64') === text;
      }),
      runs,
    );
    const others = ['AB==', 'AA=', 'AA', 'A A=', 'AA==\n', 'AA-_', 'AAA=AAAA', 'AAAA    AAAA', '\n\n\n\nAAAA'];
    for (const text of [...others, undefined, 7]) expect(decodeBase64(text).ok).toBe(false);
  });
});

describe('the crypto of the random suites', () => {
  it('gives what the engine gives, and refuses what it refuses', async () => {
    const label = 'halfminute/1 test';
    const bytes = fc.uint8Array({ maxLength: 100 }).map((some) => Uint8Array.from(some));
    const iv = fc.uint8Array({ minLength: 12, maxLength: 12 }).map((some) => Uint8Array.from(some));
    const answers = async (plain: Bytes, key: Bytes, at: Bytes, associated: string) => {
      const derived = await deriveKey(key, plain, label);
      const sealed = await sealBytes(derived, at, plain, associated);
      const opened = await openBytes(derived, at, sealed, associated);
      const refused = [
        await openBytes(derived, at, sealed.slice(0, -1), associated),
        await openBytes(derived, at, sealed.slice(0, 15), associated),
        await openBytes(derived, at, sealed, `${associated}.`),
        await openBytes(await deriveKey(key, plain, `${label}.`), at, sealed, associated),
      ];
      return { sealed, opened, refused, sum: await crypto.subtle.digest('SHA-256', plain) };
    };
    await fc.assert(
      fc.asyncProperty(bytes, key32, iv, fc.string(), async (...asked) => {
        const restore = replaceSubtle();
        const quick = await answers(...asked).finally(restore);
        expect(quick).toEqual(await answers(...asked));
        expect(quick.opened).toEqual(asked[0]);
        expect(quick.refused).toEqual([undefined, undefined, undefined, undefined]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        const text = canonicalJson(value);
        return canonicalJson(turned) === text && canonicalJson(JSON.parse(text)) === text;
      }),
      runs,
    );
  });

  it('is read back as the value it was made of', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // JSON itself has no -0 and no key order; everything else must come back.
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      runs,
    );
  });
});

describe('content', () => {
  it('is padded to whole blocks and read back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 60 }), (labels) => {
        const content = newContent(labels.map(accountNamed));
        const body = encodeContent(content);
        const decoded = decodeContent(body);
        return body.length % 4096 === 0 && decoded.ok && JSON.stringify(decoded.value) === JSON.stringify(content);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', '[]', '{}', '{"content":1,"n":1,"accounts":[],"trash":[],"groups":[],"settings":{}}'])(
    '%s is damage',
    (text) => expect(decodeContent(Uint8Array.from(Buffer.from(text))).ok).toBe(false),
  );
});

describe('one entry that is no account', () => {
  it('costs no other, and is kept', () => {
    const good = accountNamed('good');
    const body = encodeContent({ ...newContent([]), accounts: [good, null, 7, { id: 1 }] as never });
    expect(decodeContent(body)).toMatchObject({ ok: true, value: { accounts: [good], trash: [null, 7, { id: 1 }] } });
  });
});

describe('records', () => {
  it('open to what was sealed, by the key that sealed them alone', async () => {
    const described = fc.record({
      vault: fc.uuid(),
      epoch: fc.nat(),
      gen: fc.nat(),
      ts: fc.nat(),
      slots: fc.constant([
        {
          id: '00000000-0000-4000-8000-000000000001',
          kind: 'later',
          iv: encodeBase64(new Uint8Array(12)),
          wk: encodeBase64(new Uint8Array(48)),
          x: 1,
        },
      ]),
    });
    await fc.assert(
      fc.asyncProperty(key32, key32, described, fc.string(), async (vaultKey, otherKey, header, label) => {
        const content = newContent([accountNamed(label)]);
        const record = await readRecord(await sealRecord(vaultKey, header, content));
        if (!record.ok) return false;
        const opened = await openRecord(vaultKey, record.value);
        const refused = await openRecord(otherKey, record.value);
        return opened.ok && JSON.stringify(opened.value) === JSON.stringify(content) && !refused.ok;
      }),
      runs,
    );
  });
});

describe('pending', () => {
  it('opens by its key alone', async () => {
    await fc.assert(
      fc.asyncProperty(key32, key32, fc.string({ unit: 'grapheme' }), async (vaultKey, otherKey, text) => {
        const sealed = await sealPending(vaultKey, text);
        const opened = await openPending(vaultKey, sealed);
        const [refused, cut] = [await openPending(otherKey, sealed), await openPending(vaultKey, sealed.slice(4))];
        return opened.ok && opened.value === text && !refused.ok && !cut.ok;
      }),
      { numRuns: 500 },
    );
    expect((await openPending(new Uint8Array(32), 'AAAA')).ok).toBe(false);
  });
});

describe('stored accounts', () => {
  const details = {
    type: 'hotp',
    secret: new Uint8Array([1, 2, 3]),
    algorithm: 'SHA512',
    digits: 7,
    counter: 9,
    issuer: 'I',
    label: 'L',
  } as const;

  it('give back the details they were made of', () => {
    expect(detailsFrom(storedFrom(details, 'id', 5))).toEqual({ ok: true, value: details });
  });

  it.each([
    [{ secret: '' }, 'secret-missing'],
    [{ secret: '1' }, 'secret-illegal'],
    [{ digits: 11 }, 'digits-invalid'],
    [{ counter: undefined }, 'counter-invalid'],
    [{ type: 'later' }, 'unsupported-type'],
    [{ algorithm: 'MD5' }, 'algorithm-unknown'],
  ])('changed by %j are refused by name', (change, kind) => {
    const stored = { ...storedFrom(details, 'id', 5), ...change } as ReturnType<typeof storedFrom>;
    expect(detailsFrom(stored)).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('passphrases', () => {
  it.each([
    ['1234567', 'too-short'],
    ['12345678', undefined],
    ['ﬃﬃﬃ', undefined],
    ['🦊🦊🦊🦊', 'too-short'],
  ])('%s: %s', (passphrase, problem) => expect(passphraseProblem(passphrase)).toBe(problem));
});
