/** What stands in plain, over a browser that keeps it in memory: read at once, and never a correction that is none. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

const local = vi.hoisted(() => ({ items: new Map<string, unknown>(), fails: false, reads: [] as string[][] }));

vi.mock('webextension-polyfill', () => {
  const touched = () => {
    if (local.fails) throw new Error('disk');
    return local.items;
  };
  return {
    default: {
      storage: {
        local: {
          get: async (keys: string[]) => {
            local.reads.push(keys);
            return Object.fromEntries([...touched()].filter(([key]) => keys.includes(key)));
          },
          set: async (items: object) => {
            for (const [key, value] of Object.entries(items)) touched().set(key, value);
          },
          remove: async (keys: string[]) => {
            for (const key of keys) touched().delete(key);
          },
        },
      },
    },
  };
});

import { keepCorrection } from '../../src/app/clock-correction';
import { readPlainSettings } from '../../src/app/plain-settings';

const USUAL = { theme: 'system', order: 'own', hidesCodes: false };

beforeEach(() => {
  local.items.clear();
  local.fails = false;
  local.reads = [];
});

describe('the plain settings', () => {
  it('are read in one call', async () => {
    local.items.set('look', { theme: 'dark' }).set('clock', -3600).set('va', 'sealed');
    expect(await readPlainSettings()).toEqual({ look: { ...USUAL, theme: 'dark' }, correctionS: -3600 });
    expect(local.reads).toEqual([['look', 'clock']]);
  });

  it.each(['90', 1.5, null, {}, [90], 86_401, true])(
    'have no correction where %j is stored, and their look all the same',
    async (stored) => {
      local.items.set('look', { theme: 'light' }).set('clock', stored);
      expect(await readPlainSettings()).toEqual({ look: { ...USUAL, theme: 'light' }, correctionS: 0 });
    },
  );

  it('are the usual ones where the storage fails', async () => {
    local.items.set('clock', 90);
    local.fails = true;
    expect(await readPlainSettings()).toEqual({ look: USUAL, correctionS: 0 });
  });
});

describe('a correction', () => {
  it('is kept under a key of its own, and leaves nothing behind when it is taken away', async () => {
    expect(await keepCorrection(90)).toEqual({ ok: true, value: undefined });
    expect([...local.items]).toEqual([['clock', 90]]);
    expect((await readPlainSettings()).correctionS).toBe(90);
    expect(await keepCorrection(0)).toEqual({ ok: true, value: undefined });
    expect([...local.items]).toEqual([]);
  });

  it('that can’t be kept or taken away says so', async () => {
    local.fails = true;
    const failed = { ok: false, error: { kind: 'storage-failed' } };
    expect(await keepCorrection(90)).toEqual(failed);
    expect(await keepCorrection(0)).toEqual(failed);
  });
});
