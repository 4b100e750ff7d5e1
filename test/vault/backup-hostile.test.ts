/** Files that someone made up, and files that are something else. */
import { describe, expect, it } from 'vitest';
import { openBackup, sealBackup } from '../../src/vault/backup';
import { MAX_BACKUP_CHARACTERS } from '../../src/vault/backup-records';
import { newContent } from '../../src/vault/content';
import type { Argon2id } from '../../src/vault/kdf';
import { sealRecord } from '../../src/vault/record';
import { wrapUnderPassphrase } from '../../src/vault/slots';
import { answerTo, backupOf, CONTENT, headerText, PORTS, sealed, VAULT, withHeaderText } from './backup-stage';
import { accountNamed, cheapArgon2id, PASSPHRASE } from './memory-domain';
import { withHeader } from './stage';

describe('T11: hostile files', () => {
  const counting = () => {
    const calls = { count: 0 };
    const argon2id: Argon2id = async (...question) => {
      calls.count += 1;
      return await cheapArgon2id(...question);
    };
    return { calls, argon2id };
  };

  it.each([
    ['m', 2 ** 40],
    ['m', 1_048_577],
    ['t', 17],
    ['p', 2 ** 24],
    ['m', 0],
    ['t', 0],
  ])('with a slot of %s = %i cost nothing', async (field, value) => {
    const { calls, argon2id } = counting();
    const text = await withHeader(await sealed(), ({ slots }) =>
      Object.assign((slots as object[])[0] ?? {}, { [field]: value }),
    );
    for (const file of [text, JSON.stringify({ va: text, s0: text })]) {
      expect(await answerTo(file, PASSPHRASE, argon2id)).toBe('damaged');
    }
    expect(calls.count).toBe(0);
  });

  it('with a thousand slots cost no more than sixteen of them', async () => {
    const { calls, argon2id } = counting();
    const place = { vault: VAULT, epoch: 3 };
    const wrapped = () => wrapUnderPassphrase(cheapArgon2id, 'another one', new Uint8Array(32), place);
    const slots = await Promise.all(Array.from({ length: 1000 }, wrapped));
    const text = await withHeader(await sealed(), (header) =>
      Object.assign(header, { slots: slots.map((slot) => slot.ok && slot.value) }),
    );
    expect(await answerTo(text, PASSPHRASE, argon2id)).toBe('wrong-passphrase');
    expect(calls.count).toBe(16);
  });

  const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

  it('nested a hundred thousand deep are refused, wherever they nest', async () => {
    expect(await answerTo(DEEP)).toBe('not-a-backup');
    expect(await answerTo(DEEP.slice(0, 100_000))).toBe('not-a-backup');
    expect(await answerTo(`{"halfminute":"stored bytes 1","va":${DEEP}}`)).toBe('damaged');
    const record = await sealed();
    expect(await answerTo(`${record.slice(0, -1)},"more":${DEEP}}`)).toBe('damaged');
    const inHeader = headerText(record).replace('{"v"', `{"deep":${DEEP},"v"`);
    expect(await answerTo(withHeaderText(record, inHeader))).toBe('damaged');
    const inSlot = headerText(record).replace('{"id"', `{"deep":${DEEP},"id"`);
    expect(await answerTo(withHeaderText(record, inSlot))).toBe('damaged');
  });

  it('whose content nests so deep that it could not be written again are damaged', async () => {
    const key = new Uint8Array(32);
    const slot = await wrapUnderPassphrase(cheapArgon2id, PASSPHRASE, key, { vault: VAULT, epoch: 1 });
    if (!slot.ok) throw new Error(slot.error.kind);
    let deep: unknown = [];
    for (let level = 0; level < 500; level += 1) deep = [deep];
    const mark = { vault: VAULT, epoch: 1, gen: 1, ts: 1, slots: [slot.value] };
    const text = await sealRecord(key, mark, { ...CONTENT, groups: [deep] });
    expect(await answerTo(text)).toBe('damaged');
    expect(await sealBackup(PORTS, backupOf({ content: { ...CONTENT, groups: [deep] } }))).toMatchObject({
      error: { kind: 'backup-unproven' },
    });
  });

  it('with "__proto__" anywhere change nothing but themselves', async () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":1,"accounts":[]},"constructor":{"prototype":{"polluted":1}}}');
    const account = { ...accountNamed('a', 1), ...hostile };
    const content = { ...newContent([account]), trash: [hostile], settings: hostile, ...hostile };
    const opened = await openBackup(PORTS, await sealed({ content }), PASSPHRASE);
    expect(opened.ok && JSON.stringify(opened.value.content)).toBe(JSON.stringify(content));
    const record = await sealed();
    const inPlaces = [
      record.replace('{"h"', '{"__proto__":{"ct":""},"h"'),
      withHeaderText(record, headerText(record).replace('{"v"', '{"__proto__":{"v":2},"v"')),
      withHeaderText(record, headerText(record).replace('{"id"', '{"__proto__":{},"id"')),
      `{"__proto__":${record},"halfminute":""}`,
      '{"__proto__":{"h":"","iv":"","ct":"","sum":""}}',
    ];
    const answers = await Promise.all(inPlaces.map((text) => answerTo(text)));
    expect(answers).toEqual(['damaged', 'damaged', 'damaged', 'damaged', 'not-a-backup']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['empty', ''],
    ['white space', ' \n\uFEFF '],
    ['text', 'otpauth://totp/a?secret=AAAAAAAA'],
    ['another JSON', '{"version":1,"header":{"slots":[]},"db":{"entries":[]}}'],
    ['JSON of other kinds', '[null,1,"h"]'],
    ['a string', '"h"'],
    ['null', 'null'],
    ['HTML', '<!doctype html><title>"h":"{"</title>'],
    ['binary', '\u0000\u0001PK\u0003\u0004\uFFFD'],
    ['a record in a list', '[{"h":"","iv":"","ct":"","sum":""}]'],
  ])('that are %s are no backup', async (_, text) => {
    expect(await answerTo(text)).toBe('not-a-backup');
  });

  it('of more than the cap are not read', async () => {
    expect(await answerTo(' '.repeat(MAX_BACKUP_CHARACTERS + 1))).toBe('too-large');
  });
});
