import { describe, expect, it } from 'vitest';
import type { StoredAccount, StoredSite } from '../../src/vault/account';
import { newContent } from '../../src/vault/content';
import { editAccount, replaceAccount, restoreAccount } from '../../src/vault/operations';
import { areSameSites, submitting } from '../../src/vault/site-lists';
import { bindSite } from '../../src/vault/site-operations';
import { trashedAccounts } from '../../src/vault/trash';
import { accountNamed, NOW_MS } from './memory-domain';

const GITHUB: StoredSite = { site: 'github.com' };
const LOCAL: StoredSite = { site: 'http://localhost:3000' };
const OTHER: StoredSite = { site: 'https://login.example.com' };
const a = accountNamed('a', 1);
const b = accountNamed('b', 2);

const withSites = (account: StoredAccount, ...sites: unknown[]) => ({ ...account, sites }) as StoredAccount;
const edit = (stored: StoredAccount, wanted: readonly StoredSite[], seen?: readonly StoredSite[]) =>
  editAccount(newContent([stored]), stored.id, { sites: wanted }, seen).accounts[0];

describe('an account that takes the place of another', () => {
  const replace = (old: StoredAccount, account: StoredAccount) =>
    replaceAccount(newContent([old]), old.id, account, NOW_MS);

  it('keeps its sites, each once and as it was set, and what this version does not understand', () => {
    const old = withSites(a, { ...GITHUB, submits: true, note: 1 }, 7, LOCAL);
    const replaced = replace(old, withSites(b, GITHUB, OTHER));
    expect(replaced.accounts).toEqual([withSites(b, { ...GITHUB, submits: true, note: 1 }, 7, LOCAL, OTHER)]);
    expect(trashedAccounts(replaced)).toEqual([{ ...old, trashedMs: NOW_MS }]);
    expect(restoreAccount(replaced, a.id).accounts[1]).toEqual(old);
  });

  it('has none where neither has one', () => {
    expect(replace(a, b).accounts).toEqual([b]);
    expect(replace(withSites(a, GITHUB), b).accounts).toEqual([withSites(b, GITHUB)]);
    expect(replace({ ...a, sites: 'odd' } as never, withSites(b, GITHUB)).accounts).toEqual([withSites(b, GITHUB)]);
  });
});

describe('the list of sites, as a person leaves it,', () => {
  it('is the account’s, of whatever type it is', () => {
    for (const account of [a, { ...a, type: 'steam' }, { ...a, type: 'later', colour: 'green' }] as StoredAccount[])
      expect(edit(account, [GITHUB, LOCAL])).toEqual(withSites(account, GITHUB, LOCAL));
  });

  it('is none at all when it is empty, so that undo brings back the account that was', () => {
    expect(edit(withSites(a, GITHUB), [])).toEqual(a);
    expect(edit(a, [])).toEqual(a);
  });

  it('comes back in its order', () => {
    const before = [GITHUB, LOCAL, OTHER];
    const after = [OTHER];
    const changed = edit(withSites(a, ...before), after, before);
    expect(changed).toEqual(withSites(a, OTHER));
    expect(edit(changed as StoredAccount, before, after)).toEqual(withSites(a, ...before));
  });

  it('keeps what another window bound since it was opened, and what it removed away', () => {
    const boundSince = bindSite(newContent([withSites(a, GITHUB, LOCAL)]), a.id, OTHER).accounts[0] as StoredAccount;
    expect(edit(boundSince, [LOCAL], [GITHUB, LOCAL])).toEqual(withSites(a, LOCAL, OTHER));
    expect(edit(withSites(a, LOCAL), [GITHUB, LOCAL, OTHER], [GITHUB, LOCAL])).toEqual(withSites(a, LOCAL, OTHER));
    // Added in both.
    expect(edit(boundSince, [GITHUB, LOCAL, OTHER], [GITHUB, LOCAL])).toEqual(boundSince);
  });

  it('sets what the person set and leaves what they did not', () => {
    const stored = withSites(a, { ...GITHUB, submits: true, note: 'kept' }, LOCAL);
    expect(edit(stored, [GITHUB, { ...LOCAL, submits: true }], [GITHUB, LOCAL])).toEqual(
      withSites(a, { ...GITHUB, submits: true, note: 'kept' }, { ...LOCAL, submits: true }),
    );
    expect(edit(stored, [GITHUB, LOCAL])).toEqual(withSites(a, { ...GITHUB, note: 'kept' }, LOCAL));
  });

  it('keeps entries that this version does not understand', () => {
    const odd = withSites(a, { host: 'later' }, GITHUB, null);
    expect(edit(odd, [])).toEqual(withSites(a, { host: 'later' }, null));
    expect(edit(odd, [GITHUB, LOCAL])).toEqual(withSites(a, GITHUB, LOCAL, { host: 'later' }, null));
  });

  it('is compared by what it says', () => {
    expect(areSameSites([GITHUB, LOCAL], [{ ...GITHUB }, { ...LOCAL, submits: false }])).toBe(true);
    expect(areSameSites([GITHUB], [submitting(GITHUB, true)])).toBe(false);
    expect(areSameSites([GITHUB, LOCAL], [LOCAL, GITHUB])).toBe(false);
    expect(areSameSites([GITHUB], [])).toBe(false);
    expect(submitting(submitting(GITHUB, true), false)).toEqual(GITHUB);
  });
});
