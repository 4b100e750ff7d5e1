/** The parts of an export over a browser that keeps its session in memory: each adds its accounts, once. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

const session = vi.hoisted(() => new Map<string, unknown>());
const broken = vi.hoisted(() => ({ key: '' }));

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {},
      session: {
        get: async (key: string) => ({ [key]: structuredClone(session.get(key)) }),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) {
            if (key === broken.key) throw new Error('planted');
            session.set(key, structuredClone(value));
          }
        },
        remove: async (keys: readonly string[]) => {
          for (const key of keys) session.delete(key);
        },
      },
    },
  },
}));
/** As the browser's: one after the other, and never inside itself. */
const locks = vi.hoisted(() => ({ last: Promise.resolve() as Promise<unknown> }));
vi.stubGlobal('navigator', {
  locks: {
    request: (_name: string, _options: object, work: () => Promise<unknown>) => {
      const done = locks.last.then(work);
      locks.last = done.catch(() => undefined);
      return done;
    },
  },
});

import { addPart, readBatches } from '../../src/app/batches';
import { BATCHES_KEY } from '../../src/app/names';
import { dropPending, PENDING_MS, readPending } from '../../src/app/pending';
import type { MigrationBatch } from '../../src/importers/google-migration';
import type { AccountDetails } from '../../src/otp/otp';

const NOW = Date.UTC(2030, 0, 1);
const account = (label: string): AccountDetails => ({
  type: 'totp',
  secret: Uint8Array.of(72, 101, 108, 108, 111, 33),
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
  issuer: '',
  label,
});
const part = (index: number, size: number, ...labels: string[]) => ({
  accounts: labels.map(account),
  rejected: [],
  batch: { id: -7, index, size } as MigrationBatch | undefined,
});
const waiting = async () => (await readPending(undefined, NOW)).map(({ label }) => label);
const discardAll = async () => {
  for (const { id } of await readPending(undefined, NOW)) await dropPending([id], NOW);
};

beforeEach(() => {
  session.clear();
  broken.key = '';
});

describe('parts of one export', () => {
  it('each add their accounts and say what is missing', async () => {
    expect(await addPart(part(1, 3, 'anna', 'ben'), NOW)).toEqual({ missing: [0, 2], isRepeated: false, added: 2 });
    expect(await addPart(part(0, 3, 'cleo'), NOW)).toEqual({ missing: [2], isRepeated: false, added: 1 });
    expect(await readBatches(NOW)).toEqual([{ id: -7, size: 3, seen: [1, 0], missing: [2] }]);
    expect(await waiting()).toEqual(['anna', 'ben', 'cleo']);
  });

  it('scanned twice add nothing, also at once, and also after they were saved', async () => {
    await Promise.all([addPart(part(0, 2, 'anna'), NOW), addPart(part(0, 2, 'anna'), NOW)]);
    expect(await waiting()).toEqual(['anna']);
    await discardAll();
    expect(await addPart(part(0, 2, 'anna'), NOW)).toEqual({ missing: [1], isRepeated: true, added: 0 });
    expect(await waiting()).toEqual([]);
  });

  it('are added again where the person says so', async () => {
    await addPart(part(0, 2, 'anna'), NOW);
    await discardAll();
    expect(await addPart(part(0, 2, 'anna'), NOW, true)).toEqual({ missing: [1], isRepeated: false, added: 1 });
    expect(await waiting()).toEqual(['anna']);
  });

  it('are forgotten when all are there and nothing waits', async () => {
    await addPart(part(0, 1, 'anna'), NOW);
    expect((await addPart(part(0, 1, 'anna'), NOW)).isRepeated).toBe(true);
    await discardAll();
    expect(await readBatches(NOW)).toEqual([]);
    expect((await addPart(part(0, 1, 'anna'), NOW)).added).toBe(1);
  });

  it('are remembered for a day, while some are missing', async () => {
    await addPart(part(0, 2, 'anna'), NOW);
    await discardAll();
    expect(await readBatches(NOW + PENDING_MS)).toHaveLength(1);
    expect(await readBatches(NOW + PENDING_MS + 1)).toEqual([]);
  });

  it('count also where no code can be made for any of their accounts', async () => {
    await addPart(part(0, 2), NOW);
    expect(await readBatches(NOW)).toMatchObject([{ missing: [1] }]);
    expect(session.has('pending')).toBe(false);
  });

  it('keep no secret and no name among what is remembered', async () => {
    await addPart(part(0, 2, 'anna'), NOW);
    expect(session.get(BATCHES_KEY)).toEqual([{ id: -7, size: 2, seen: [0], accounts: 1, atMs: NOW }]);
  });

  it('do not count where their accounts could not be kept', async () => {
    broken.key = 'pending';
    await expect(addPart(part(0, 2, 'anna'), NOW)).rejects.toThrow('planted');
    broken.key = '';
    expect(await readBatches(NOW)).toEqual([]);
    expect((await addPart(part(0, 2, 'anna'), NOW)).added).toBe(1);
  });
});

it('an export that names no part is added each time', async () => {
  const whole = { ...part(0, 1, 'anna'), batch: undefined };
  expect(await addPart(whole, NOW)).toEqual({ missing: [], isRepeated: false, added: 1 });
  await addPart(whole, NOW);
  expect(await waiting()).toEqual(['anna', 'anna']);
  expect(session.has(BATCHES_KEY)).toBe(false);
});

it.each([7, 'x', {}, [null, { id: 'x' }]])(
  'rubbish in its place (%j) is as if nothing stood there',
  async (rubbish) => {
    session.set(BATCHES_KEY, rubbish);
    expect(await readBatches(NOW)).toEqual([]);
    expect((await addPart(part(0, 2, 'anna'), NOW)).missing).toEqual([1]);
  },
);
