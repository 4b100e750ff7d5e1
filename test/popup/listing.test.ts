/** Which accounts the popup's list shows, and in which order, over a home as it is read. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({
  default: { extension: { inIncognitoContext: false }, i18n: { getUILanguage: () => 'en' }, storage: {} },
}));

import { groupId, listed, periods, query, searchFor, sections } from '../../popup/listing';
import { page } from '../../popup/page';
import type { UnlockedHome } from '../../src/app/home';
import { look } from '../../src/ui/look';
import { home } from '../../src/ui/page-state';
import type { StoredAccount } from '../../src/vault/account';
import { boundAccount } from '../e2e/bound-accounts';

const HOST = 'workbench.example';
const parts = (place: number, issuer: string, label: string, more: object, sites: readonly string[] = []) =>
  ({ ...boundAccount(place, issuer, sites), label, addedMs: place, ...more }) as StoredAccount;
const ACCOUNTS = [
  parts(1, 'Zebra', 'b', { groupId: 'g1' }),
  parts(2, 'ähnlich', 'a', { pinned: true }),
  parts(3, 'Bank 10', 'x', {}),
  parts(4, 'Bank 9', 'x', { groupId: 'g1', pinned: true }),
  parts(5, '', 'Account', { groupId: 'gone' }),
  parts(6, 'Bench', 'x', { periodSeconds: 60 }, [HOST]),
  parts(7, 'Zebra', 'a', { pinned: 'yes', notes: 'of the zoo' }),
] as const;
const GROUPS = [
  { id: 'g1', name: 'Wörk' },
  { id: 'g2', name: 'Empty' },
];

const show = (accounts: readonly StoredAccount[]) => {
  home.value = { state: 'unlocked', accounts, groups: GROUPS } as unknown as UnlockedHome;
};
const places = () => listed.value.map(({ addedMs }) => addedMs);
const named = () => sections.value.map(({ name, accounts }) => [name, accounts.map(({ addedMs }) => addedMs)]);

beforeEach(() => {
  look.value = { theme: 'system', order: 'own', hidesCodes: false };
  groupId.value = undefined;
  query.value = '';
  page.value = undefined;
  show(ACCOUNTS);
});

describe('the list', () => {
  it('has the pinned ones in front, each part in the person’s own order', () => {
    expect(named()).toEqual([
      ['pinned', [2, 4]],
      ['others', [1, 3, 5, 6, 7]],
    ]);
  });

  it('has those of the page in front of all, once', () => {
    page.value = { tabId: 1, url: `https://${HOST}/`, origin: `https://${HOST}`, host: HOST, isFillable: true };
    expect(named()).toEqual([
      ['this-site', [6]],
      ['pinned', [2, 4]],
      ['others', [1, 3, 5, 7]],
    ]);
  });

  it('has them by name: issuer or else label, numbers as numbers, accents beside their letters', () => {
    look.value = { ...look.value, order: 'name' };
    expect(named()).toEqual([
      ['pinned', [2, 4]],
      ['others', [5, 3, 6, 7, 1]],
    ]);
  });

  it('has the newest in front', () => {
    look.value = { ...look.value, order: 'newest' };
    expect(named()).toEqual([
      ['pinned', [4, 2]],
      ['others', [7, 6, 5, 3, 1]],
    ]);
  });

  it('keeps two of one name in the order in which they stand', () => {
    const twins = [3, 1, 2].map((place) => parts(place, 'Twin', 'same', {}));
    look.value = { ...look.value, order: 'name' };
    show(twins);
    expect(places()).toEqual([3, 1, 2]);
  });

  it.each([
    ['a group', 'g1', [4, 1]],
    ['a group of none', 'g2', []],
    ['a group that is gone: all', 'gone', [2, 4, 1, 3, 5, 6, 7]],
  ])('shows %s', (_what, id, shown) => {
    groupId.value = id;
    expect(places()).toEqual(shown);
  });

  it('shows what was searched for, in one part, also by group and notes, and within a group', async () => {
    await searchFor('zebra');
    expect(named()).toEqual([['found', [1, 7]]]);
    await searchFor('work');
    expect(places()).toEqual([1, 4]);
    await searchFor('zoo');
    expect(places()).toEqual([7]);
    groupId.value = 'g1';
    await searchFor('zebra');
    expect(places()).toEqual([1]);
    await searchFor(' ');
    expect(places()).toEqual([4, 1]);
  });

  it('has nothing, and no period, where the vault is locked', () => {
    expect([...periods.value].sort()).toEqual([30, 60]);
    home.value = { state: 'locked' };
    expect(places()).toEqual([]);
    expect(periods.value).toEqual([]);
  });
});
