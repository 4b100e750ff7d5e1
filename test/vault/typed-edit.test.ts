import { describe, expect, it } from 'vitest';
import type { StoredAccount } from '../../src/vault/account';
import { newContent } from '../../src/vault/content';
import { editAccount } from '../../src/vault/operations';
import { readEdit, typedFrom } from '../../src/vault/typed-edit';
import { accountNamed } from './memory-domain';

const timed = accountNamed('anna', 1);
const counted = { ...timed, type: 'hotp', periodSeconds: undefined, counter: 5 } as unknown as StoredAccount;

describe('an edit typed into a form', () => {
  it('is nothing where nothing was touched, whatever the account holds', () => {
    for (const account of [timed, counted, { ...timed, issuer: ' spaced ', label: 'x'.repeat(1000) }]) {
      expect(readEdit(typedFrom(account), typedFrom(account))).toEqual({ ok: true, value: {} });
    }
  });

  it('holds the fields that were touched, and no other', () => {
    const first = typedFrom(timed);
    expect(readEdit(first, { ...first, label: ' ben ' })).toEqual({ ok: true, value: { label: 'ben' } });
    expect(readEdit(first, { ...first, digits: '8', periodSeconds: '60' })).toEqual({
      ok: true,
      value: { digits: 8, periodSeconds: 60 },
    });
  });

  it('does not set back a counter that moved on while the form was open', () => {
    const first = typedFrom(counted);
    const edit = readEdit(first, { ...first, label: 'renamed' });
    const moved = { ...counted, counter: 9 } as StoredAccount;
    if (!edit.ok) throw new Error(edit.error.kind);
    expect(editAccount(newContent([moved]), moved.id, edit.value).accounts).toEqual([{ ...moved, label: 'renamed' }]);
  });

  it('is refused by the field that is wrong', () => {
    const first = typedFrom(counted);
    expect(readEdit(first, { ...first, counter: '-1' })).toMatchObject({ error: { kind: 'counter-invalid' } });
    expect(readEdit(first, { ...first, digits: '11' })).toMatchObject({ error: { kind: 'digits-invalid' } });
    expect(readEdit(first, { ...first, label: 'x'.repeat(1001) })).toMatchObject({ error: { kind: 'label-too-long' } });
  });

  it('renames an account whose secret or type is beyond this version', () => {
    for (const odd of [
      { secret: '???' },
      { type: 'yotp', digits: undefined },
      { algorithm: 'MD5' },
      { label: 'x'.repeat(2000) },
    ]) {
      const first = typedFrom({ ...timed, ...odd } as unknown as StoredAccount);
      expect(readEdit(first, { ...first, issuer: 'New' })).toEqual({ ok: true, value: { issuer: 'New' } });
    }
  });
});
