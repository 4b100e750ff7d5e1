/** The order, the groups and what is done to several accounts at once, from a page into the vault, over a browser in memory. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const session = vi.hoisted(() => new Map<string, unknown>());

vi.mock('webextension-polyfill', () => ({
  default: {
    alarms: { create: () => {} },
    extension: { inIncognitoContext: false },
    storage: {
      local: {},
      session: {
        get: async (key: string) => ({ [key]: session.get(key) }),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) session.set(key, value);
        },
        remove: async (keys: readonly string[]) => {
          for (const key of keys) session.delete(key);
        },
      },
    },
  },
}));
vi.mock('../../src/app/domains', async () => {
  const { MemoryDomain } = await import('../vault/memory-domain');
  const local = new MemoryDomain();
  return { domains: { local, mirror: local.mirror } };
});
vi.mock('../../src/platform/device-key-cells', async () => {
  const { MemoryCell } = await import('../vault/memory-domain');
  return { deviceKeyCells: () => [new MemoryCell(), new MemoryCell()] };
});
vi.stubGlobal('navigator', {
  locks: { request: (name: string, _: object, work: () => unknown) => lockOf(name)(work) },
});

import {
  bringBackAll,
  deleteAccounts,
  dropGroup,
  makeGroup,
  moveBefore,
  nameGroup,
  pin,
  putIntoGroup,
} from '../../src/app/arrange';
import { changeVault } from '../../src/app/change';
import { domains } from '../../src/app/domains';
import { changeAccount } from '../../src/app/edit';
import { saveFirstAccounts } from '../../src/app/save';
import type { VaultContent } from '../../src/vault/content';
import { groupsOf } from '../../src/vault/groups';
import { trashedAccounts } from '../../src/vault/trash';
import { accountNamed, type MemoryDomain, newLock } from '../vault/memory-domain';

/** As the browser has them: one for each name. */
const locks = new Map<string, ReturnType<typeof newLock>>();
function lockOf(name: string): (work: () => unknown) => unknown {
  const lock = locks.get(name) ?? newLock();
  locks.set(name, lock);
  return (work) => lock(async () => await work());
}

const FIVE = ['a', 'b', 'c', 'd', 'e'].map((label, at) => accountNamed(label, at + 1));
const [a, b, c, d, e] = FIVE.map(({ id }) => id) as [string, string, string, string, string];

const stored = async (): Promise<VaultContent> => {
  const read = await changeVault((content) => content);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.content;
};
const order = async () => (await stored()).accounts.map(({ label }) => label).join('');
const value = <T>(result: { ok: true; value: T } | { ok: false; error: { kind: string } }): T => {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};
/** How many records were written. */
const generation = async () => value(await changeVault((content) => content)).generation;

beforeEach(async () => {
  session.clear();
  const domain = domains.local as MemoryDomain;
  domain.items.clear();
  domain.mirror.items.clear();
  value(await saveFirstAccounts({ accounts: FIVE, discardedIds: [] }, { kind: 'device' }));
});

describe('an account that is moved', () => {
  it('stands where it was asked to be, and goes back', async () => {
    const stoodBefore = value(await moveBefore(d, b));
    expect(await order()).toBe('adbce');
    value(await moveBefore(d, stoodBefore));
    expect(await order()).toBe('abcde');
    expect(value(await moveBefore(e, a))).toBeUndefined();
    value(await moveBefore(e, undefined));
    expect(await order()).toBe('abcde');
  });

  it('is said to be gone where another window took it, or the one it was to stand in front of', async () => {
    value(await deleteAccounts([c]));
    const before = await generation();
    expect(await moveBefore(c, a)).toEqual({ ok: false, error: { kind: 'account-gone' } });
    expect(await moveBefore(a, c)).toEqual({ ok: false, error: { kind: 'account-gone' } });
    expect(await order()).toBe('abde');
    expect(await generation()).toBe(before);
  });

  it('keeps what another window did at the same time', async () => {
    await Promise.all([
      moveBefore(e, a),
      pin([b], true),
      changeAccount(FIVE[2] ?? fail(), { label: 'C' }),
      deleteAccounts([d]),
    ]);
    expect(await order()).toBe('eabC');
    expect((await stored()).accounts.map(({ pinned }) => pinned)).toEqual([undefined, undefined, true, undefined]);
  });
});

describe('groups', () => {
  it('are made with the accounts that go into them, once for each name', async () => {
    const work = value(await makeGroup('  Work ', [a, c]));
    expect(work.name).toBe('Work');
    expect(value(await makeGroup('Work', [b])).id).toBe(work.id);
    const { accounts, ...content } = await stored();
    expect(groupsOf({ accounts, ...content })).toEqual([work]);
    expect(accounts.map(({ groupId }) => groupId)).toEqual([work.id, work.id, work.id, undefined, undefined]);
  });

  it('that two windows make at once under one name are one', async () => {
    const made = await Promise.all(['Work', 'Work', 'Home'].map((name, at) => makeGroup(name, [FIVE[at]?.id ?? ''])));
    const [first, second, third] = made.map((one) => value(one).id);
    expect(second).toBe(first);
    const { accounts } = await stored();
    expect(accounts.map(({ groupId }) => groupId).slice(0, 3)).toEqual([first, first, third]);
  });

  it.each(['', '  ', '\n', '\u200b', ' \u202e\u2066 ', '\u3164'])('have a name that is seen, not %j', async (name) => {
    const refused = { ok: false, error: { kind: 'group-name-empty' } };
    const { id } = value(await makeGroup('Work'));
    expect(await makeGroup(name, [a])).toEqual(refused);
    expect(await nameGroup(id, name)).toEqual(refused);
    expect(groupsOf(await stored())).toEqual([{ id, name: 'Work' }]);
  });

  it.each(['x'.repeat(300), '🦊🐻', 'a\u202eb', 'ß'])('may be named %.20s', async (name) => {
    expect(value(await makeGroup(name, [a])).name).toBe(name);
  });

  it('are renamed, but not to the name of another', async () => {
    const [work, home] = [value(await makeGroup('Work')), value(await makeGroup('Home'))];
    expect(await nameGroup(home.id, ' Work')).toEqual({ ok: false, error: { kind: 'group-name-taken' } });
    value(await nameGroup(home.id, 'Home '));
    value(await nameGroup(work.id, 'Office'));
    expect(groupsOf(await stored()).map(({ name }) => name)).toEqual(['Office', 'Home']);
  });

  it('that go leave their accounts where they are', async () => {
    const work = value(await makeGroup('Work', [a, b]));
    value(await dropGroup(work.id));
    const { accounts, groups } = await stored();
    expect(groups).toEqual([]);
    expect(accounts).toEqual(FIVE);
    value(await putIntoGroup([a], work.id));
    expect((await stored()).accounts).toEqual(FIVE);
  });

  it('and pins that are so already write nothing', async () => {
    const work = value(await makeGroup('Work', [a]));
    value(await pin([a], true));
    const before = await generation();
    value(await putIntoGroup([a], work.id));
    value(await putIntoGroup([b], undefined));
    value(await pin([a], true));
    value(await pin([b, 'gone'], false));
    value(await nameGroup(work.id, 'Work'));
    value(await dropGroup('gone'));
    expect(await generation()).toBe(before);
  });
});

describe('several accounts that are deleted', () => {
  it('go to the trash in one write and come back to where they stood, with all they had', async () => {
    const work = value(await makeGroup('Work', [b]));
    value(await pin([d], true));
    const before = await stored();
    const written = await generation();
    const places = value(await deleteAccounts([d, b, 'gone', a]));
    expect(await generation()).toBe(written + 1);
    expect(await order()).toBe('ce');
    expect(trashedAccounts(await stored()).map(({ id }) => id)).toEqual(expect.arrayContaining([a, b, d]));
    value(await bringBackAll(places));
    expect(await stored()).toEqual(before);
    expect((await stored()).accounts[1]?.groupId).toBe(work.id);
    const restored = await generation();
    value(await bringBackAll(places));
    expect(await generation()).toBe(restored);
  });

  it('that were all there were come back, too, and none at all are nothing', async () => {
    const places = value(await deleteAccounts([e, d, c, b, a]));
    expect(await order()).toBe('');
    value(await bringBackAll(places));
    expect(await order()).toBe('abcde');
    expect(value(await deleteAccounts([]))).toEqual([]);
  });

  it('come back beside what was added and moved since', async () => {
    const places = value(await deleteAccounts([b, d]));
    value(await changeVault((content) => ({ ...content, accounts: [...content.accounts, accountNamed('f', 9)] })));
    value(await moveBefore(e, a));
    value(await bringBackAll(places));
    expect([...(await order())].sort().join('')).toBe('abcdef');
    expect((await stored()).trash).toEqual([]);
  });

  it('stand in the very order as before, whichever they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(FIVE.map(({ id }) => id)), async (ids) => {
        const before = await stored();
        const places = value(await deleteAccounts(ids));
        expect((await stored()).accounts).toEqual(before.accounts.filter(({ id }) => !ids.includes(id)));
        value(await bringBackAll(places));
        expect(await stored()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

it('a vault that is locked is left alone, and each act says so', async () => {
  session.clear();
  const locked = { ok: false, error: { kind: 'locked' } };
  const acts = [
    moveBefore(a, b),
    pin([a], true),
    putIntoGroup([a], 'g'),
    makeGroup('Work'),
    nameGroup('g', 'x'),
    dropGroup('g'),
    deleteAccounts([a]),
    bringBackAll([{ id: a, place: 0 }]),
  ];
  expect(await Promise.all(acts)).toEqual(acts.map(() => locked));
});

function fail(): never {
  throw new Error('not there');
}
