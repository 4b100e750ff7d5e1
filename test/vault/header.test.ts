/** T9: a header is taken as it is described in docs/vault-format.md, and every other is damage. */
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../src/vault/base64';
import { parseHeader } from '../../src/vault/header';

const base64Of = (bytes: number) => encodeBase64(new Uint8Array(bytes).fill(7));
const uuid = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
const DEVICE = { id: uuid(1), kind: 'device', iv: base64Of(12), wk: base64Of(48) };
const ARGON2ID = { ...DEVICE, id: uuid(2), kind: 'argon2id', ver: 19, m: 65_536, t: 3, p: 1, salt: base64Of(16) };
const HEADER = {
  ...{ v: 1, vault: uuid(0), epoch: 1, gen: 1, ts: 1 },
  ...{ bs: base64Of(32), cipher: 'A256GCM', slots: [ARGON2ID, DEVICE] as object[] },
};
const readOf = (header: object) => parseHeader(JSON.stringify(header));
const DAMAGED = { ok: false, error: { kind: 'damaged' } };

it('is taken as it was written, and with fields and slots of a later time', () => {
  const later = { id: uuid(3), kind: 'later', iv: 7 };
  for (const header of [HEADER, { ...HEADER, hint: { more: 1 } }, { ...HEADER, slots: [later] }]) {
    expect(readOf(header)).toEqual({ ok: true, value: header });
  }
});

describe('is damage where', () => {
  it.each(['A128GCM', 'a256gcm', 'A256GCM ', 'none', '', null, undefined])('its cipher is %j', (cipher) => {
    expect(readOf({ ...HEADER, cipher })).toEqual(DAMAGED);
  });

  it('two of its slots have one id', () => {
    expect(readOf({ ...HEADER, slots: [ARGON2ID, { ...DEVICE, id: ARGON2ID.id }] })).toEqual(DAMAGED);
    expect(readOf({ ...HEADER, slots: [ARGON2ID, DEVICE, ARGON2ID] })).toEqual(DAMAGED);
  });

  it.each([
    ['there is no slot', []],
    ['its slots are no list', {}],
    ['a slot is none', [7]],
  ])('%s', (_, slots) => expect(readOf({ ...HEADER, slots })).toEqual(DAMAGED));

  it.each(['epoch', 'gen', 'ts'])('its %s is no count', (field) => {
    const text = JSON.stringify({ ...HEADER, [field]: 0 });
    expect(parseHeader(text).ok).toBe(true);
    for (const value of ['1e-3', '1.5', '-1', '9007199254740993', '"1"', 'null']) {
      expect(parseHeader(text.replace(`"${field}":0`, `"${field}":${value}`)), value).toEqual(DAMAGED);
    }
  });

  it.each([
    ['v', 0],
    ['vault', uuid(0).toUpperCase().replace('0', 'A')],
    ['bs', base64Of(31)],
    ['bs', base64Of(33)],
  ])('its %s is %j', (field, value) => expect(readOf({ ...HEADER, [field]: value })).toEqual(DAMAGED));

  it.each([
    ['id', '7'],
    ['kind', 7],
    ['ver', 16],
    ['m', 1.5],
    ['t', -1],
    ['p', '1'],
    ['salt', base64Of(15)],
    ['iv', base64Of(13)],
    ['wk', base64Of(47)],
    ['more', {}],
  ])('the %s of a slot is %j', (field, value) => {
    expect(readOf({ ...HEADER, slots: [DEVICE, { ...ARGON2ID, [field]: value }] })).toEqual(DAMAGED);
  });
});

it('is of a newer Halfminute where its version says so, whatever else is in it', () => {
  expect(readOf({ ...HEADER, v: 2, cipher: 'other', slots: [] })).toEqual({ ok: false, error: { kind: 'newer' } });
});
