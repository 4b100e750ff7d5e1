/** How the pages look, over a browser that keeps it in memory: whatever is stored, there is a look. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

const local = vi.hoisted(() => ({ items: new Map<string, unknown>(), fails: false }));

vi.mock('webextension-polyfill', () => {
  const touched = <T>(value: T): T => {
    if (local.fails) throw new Error('disk');
    return value;
  };
  return {
    default: {
      extension: { inIncognitoContext: false },
      storage: {
        session: {},
        local: {
          get: async (key: string) => touched({ [key]: local.items.get(key) }),
          set: async (items: object) => {
            for (const [key, value] of Object.entries(touched(items))) local.items.set(key, value);
          },
        },
      },
    },
  };
});

const lock = newLock();
vi.stubGlobal('navigator', { locks: { request: (_: string, __: object, work: () => Promise<unknown>) => lock(work) } });

import { readLook } from '../../src/app/look';
import { changeLook, ORDERS, THEMES } from '../../src/app/settings';
import { newLock } from '../vault/memory-domain';

const USUAL = { theme: 'system', order: 'own', hidesCodes: false };

beforeEach(() => {
  local.items.clear();
  local.fails = false;
});

describe('the look', () => {
  it.each([
    undefined,
    null,
    7,
    'dark',
    [],
    {},
    { theme: 'DARK', order: 'size', hidesCodes: 'yes' },
    { theme: {}, order: null, hidesCodes: 1 },
    { theme: ['dark'], order: ['name'], hidesCodes: [] },
  ])('is the usual one where %j is stored', async (stored) => {
    local.items.set('look', stored);
    expect(await readLook()).toEqual(USUAL);
  });

  it('keeps what is good of what is stored', async () => {
    local.items.set('look', { theme: 'dark', order: 'size', hidesCodes: true, later: 1 });
    expect(await readLook()).toEqual({ theme: 'dark', order: 'own', hidesCodes: true });
  });

  it('is the usual one where the storage fails, and a change of it says so', async () => {
    local.fails = true;
    expect(await readLook()).toEqual(USUAL);
    expect(await changeLook({ theme: 'dark' })).toEqual({ ok: false, error: { kind: 'storage-failed' } });
  });

  it('changes in what was chosen, and in nothing else', async () => {
    for (const theme of THEMES)
      for (const order of ORDERS) {
        expect(await changeLook({ theme })).toMatchObject({ ok: true });
        expect(await changeLook({ order })).toMatchObject({ ok: true });
        expect(await readLook()).toEqual({ ...USUAL, theme, order });
      }
    await changeLook({ hidesCodes: true });
    expect(await readLook()).toEqual({ theme: 'dark', order: 'newest', hidesCodes: true });
  });

  it('keeps what two pages change at once', async () => {
    await Promise.all([changeLook({ theme: 'dark' }), changeLook({ order: 'name' }), changeLook({ hidesCodes: true })]);
    expect(await readLook()).toEqual({ theme: 'dark', order: 'name', hidesCodes: true });
  });
});
