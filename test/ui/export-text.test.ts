/** The sentences about exports and pasted texts, in the English that people read. */
import { expect, it, vi } from 'vitest';
import english from '../../src/_locales/en/messages.json' with { type: 'json' };

vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: {
      getUILanguage: () => 'en',
      getMessage: (key: keyof typeof english, values: readonly string[]) =>
        english[key].message.replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? ''),
    },
  },
}));

import type { Migration } from '../../src/app/receive';
import { exportLabel, groupByExport, partsText, rejectedTexts } from '../../src/ui/export-text';
import { pastedErrorText } from '../../src/ui/pasted-error-text';
import { payloadLabel } from '../../src/ui/payload-label';

const account = { type: 'totp', secret: Uint8Array.of(1), algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
const part = (accounts: number, index: number, size: number): Migration => ({
  accounts: Array.from({ length: accounts }, (_, place) => ({ ...account, issuer: '', label: `a${place}` })),
  rejected: [],
  batch: { id: 5, index, size },
});
const rejected = [{ name: 'dora', reason: { kind: 'algorithm-unknown', algorithm: 'MD5' } }] as const;

it.each([
  [part(3, 0, 2), 'Export with 3 accounts, part 1 of 2'],
  [part(1, 0, 1), 'Export with 1 account'],
  [{ ...part(3, 0, 2), batch: undefined }, 'Export with 3 accounts'],
  [{ ...part(3, 1, 2), rejected }, 'Export with 3 accounts, part 2 of 2; 1 more can’t be used'],
  [{ ...part(0, 0, 1), rejected }, 'Export of accounts that Halfminute can make no codes for'],
])('a label says what an export holds', (migration, label) => {
  expect(exportLabel(migration)).toBe(label);
  expect(payloadLabel({ kind: 'migration', migration })).toBe(label);
});

it('shows of a text only what it is known by', () => {
  expect(payloadLabel({ kind: 'text', text: `a\u202e${'🌊'.repeat(300)}` })).toBe(
    `Text: a[U+202E]${'🌊'.repeat(198)}…`,
  );
  expect(payloadLabel({ kind: 'text', text: 'a'.repeat(200) })).toBe(`Text: ${'a'.repeat(200)}`);
});

it.each([
  [part(3, 0, 1), { missing: [], isRepeated: false, added: 3 }, 'Ready to be saved: 3 accounts.'],
  [part(1, 0, 2), { missing: [1], isRepeated: false, added: 1 }, 'Ready to be saved: 1 account.'],
  [
    part(0, 0, 2),
    { missing: [1], isRepeated: false, added: 0 },
    'Still missing: part 2 of 2. Show it in the other app and scan it.',
  ],
  [
    part(1, 1, 4),
    { missing: [0, 2, 3], isRepeated: true, added: 0 },
    'This part of the export, with 1 account, was scanned before. Nothing was added. Still missing: parts 1, 3, and 4 of 4. Show each in the other app and scan it.',
  ],
  [
    { ...part(1, 1, 2), rejected },
    { missing: [], isRepeated: false, added: 1 },
    'Ready to be saved: 1 account. Left out: dora, with an algorithm Halfminute does not know (MD5). On the site of each account left out, set up two-factor again. All 2 parts of the export were scanned.',
  ],
])('a sentence says what became of a part', (migration, received, text) => {
  expect(partsText([{ migration, part: received }])).toBe(text);
});

it('parts that came together are told as one: the last of each export knows what it lacks', () => {
  const came = (migration: Migration, missing: readonly number[]) => ({
    migration,
    part: { missing, isRepeated: false, added: migration.accounts.length },
  });
  const another = { ...part(2, 0, 2), batch: { id: 6, index: 0, size: 2 } };
  const parts = [came(part(1, 0, 2), [1]), came(another, [1]), came(part(3, 1, 2), [])];
  expect(groupByExport(parts).map(partsText)).toEqual([
    'Ready to be saved: 4 accounts. All 2 parts of the export were scanned.',
    'Ready to be saved: 2 accounts.',
  ]);
  const whole = () => came({ ...part(1, 0, 1), batch: undefined }, []);
  expect(groupByExport([whole(), whole()])).toHaveLength(2);
});

it('names what was left out by its name or its line, with nothing in it that hides', () => {
  const one = { name: '', reason: { kind: 'secret-missing' } } as const;
  expect(rejectedTexts([{ ...one, name: 'a\u202eb' }, { ...one, line: 3 }, one]).slice(0, -1)).toEqual([
    'Left out: a[U+202E]b, without a secret that codes can be made from.',
    'Left out: line 3, without a secret that codes can be made from.',
    'Left out: Account without a name, without a secret that codes can be made from.',
  ]);
});

it('names ten at most', () => {
  const many = Array.from({ length: 12 }, (_, place) => ({ ...rejected[0], name: `a${place}` }));
  expect(rejectedTexts(many).slice(9, 11)).toEqual([expect.stringContaining('a9'), 'Left out too: 2 more.']);
});

it.each([
  [{ kind: 'pasted-code' }, /^That is a code, not the key/],
  [{ kind: 'migration-damaged' }, /damaged or incomplete/],
  [{ kind: 'secret-missing' }, /holds no secret/],
  [
    { kind: 'all-rejected', rejected: [{ name: '', line: 2, reason: { kind: 'not-otpauth' } }] },
    /^None.*line 2, which is/,
  ],
] as const)('%j has its sentence', (error, text) => expect(pastedErrorText(error)).toMatch(text));
