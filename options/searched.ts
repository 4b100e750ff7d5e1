/** The accounts that are found by what was typed, in the order of the search; all of them where nothing was. */
import { useMemo } from 'preact/hooks';
import type { Account } from '../src/app/account';
import type { UnlockedHome } from '../src/app/home';
import { indexAccounts, type SearchIndex, searchAccounts } from '../src/app/search';

export function useSearched({ accounts, groups }: UnlockedHome, query: string): readonly Account[] {
  const isSearched = query.trim() !== '';
  const index = useMemo<SearchIndex>(() => {
    if (!isSearched) return [];
    const names = new Map(groups.map(({ id, name }) => [id, name]));
    return indexAccounts(accounts.map((account) => ({ account, group: names.get(account.groupId ?? '') })));
  }, [accounts, groups, isSearched]);
  return useMemo(() => (isSearched ? searchAccounts(index, query) : accounts), [index, accounts, query]);
}
