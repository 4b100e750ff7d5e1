/** A pasted text over a browser that keeps its session in memory: everything in it waits, or nothing does. */
import { beforeEach, expect, it, vi } from 'vitest';

const session = vi.hoisted(() => new Map<string, unknown>());
const disk = vi.hoisted(() => ({ isBroken: false }));

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {},
      session: {
        get: async (key: string) => ({ [key]: session.get(key) }),
        set: async (items: object) => {
          if (disk.isBroken) throw new Error('planted');
          for (const [key, value] of Object.entries(items)) session.set(key, value);
        },
        remove: async (keys: readonly string[]) => {
          for (const key of keys) session.delete(key);
        },
      },
    },
  },
}));
vi.stubGlobal('navigator', { locks: { request: (_name: string, _options: object, work: () => unknown) => work() } });

import { readBatches } from '../../src/app/batches';
import { readPending } from '../../src/app/pending';
import { receiveLink } from '../../src/app/receive';
import { writeMigration } from '../importers/migration-writer';

const ANNA = 'otpauth://totp/Contoso:anna?secret=JBSWY3DPEHPK3PXP&issuer=Contoso';
const EXPORT = writeMigration([{ name: 'cleo' }, { name: 'dora', algorithm: 4 }], { id: 5, index: 1, size: 2 });
const waiting = async () => (await readPending(undefined, Date.now())).map(({ label }) => label);

beforeEach(() => {
  session.clear();
  disk.isBroken = false;
});

it('one link waits', async () => {
  expect(await receiveLink(ANNA)).toEqual({ ok: true, value: { added: 1, parts: [], rejected: [] } });
  expect(await waiting()).toEqual(['anna']);
});

it('links and an export wait together; what gave nothing is answered', async () => {
  expect(await receiveLink(`${ANNA}\n${EXPORT}\nand so on`)).toMatchObject({
    value: {
      parts: [{ part: { missing: [0], isRepeated: false, added: 1 }, migration: { rejected: [{ name: 'dora' }] } }],
      rejected: [{ line: 3 }],
    },
  });
  expect(await waiting()).toEqual(['anna', 'cleo']);
  expect(await readBatches(Date.now())).toEqual([{ id: 5, size: 2, seen: [1], missing: [0] }]);
});

it.each([
  ['287082', 'pasted-code'],
  ['otpauth://totp/a', 'secret-missing'],
])('%s waits for nothing', async (text, kind) => {
  expect(await receiveLink(text)).toEqual({ ok: false, error: { kind } });
  expect(session.size).toBe(0);
});

it.each([ANNA, EXPORT])('a storage that fails is said to fail', async (text) => {
  disk.isBroken = true;
  expect(await receiveLink(text)).toEqual({ ok: false, error: { kind: 'storage-failed' } });
});
