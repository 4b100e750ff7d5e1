/** The accounts that are found by what was typed, in the order of the search; where nothing was, all in the chosen order. */
import { useMemo } from 'preact/hooks';
import type { Account } from '../src/app/account';
import type { UnlockedHome } from '../src/app/home';
import { inOrder } from '../src/app/in-order';
import { indexAccounts, type SearchIndex, searchAccounts } from '../src/app/search';
import { look } from '../src/ui/look';
import { uiLanguage } from '../src/ui/text';

export function useSearched({ accounts, groups }: UnlockedHome, query: string): readonly Account[] {
  const isSearched = query.trim() !== '';
  const index = useMemo<SearchIndex>(() => {
    if (!isSearched) return [];
    const names = new Map(groups.map(({ id, name }) => [id, name]));
    return indexAccounts(accounts.map((account) => ({ account, group: names.get(account.groupId ?? '') })));
  }, [accounts, groups, isSearched]);
  const { order } = look.value;
  const ordered = useMemo(() => inOrder(accounts, order, uiLanguage()), [accounts, order]);
  return useMemo(() => (isSearched ? searchAccounts(index, query) : ordered), [index, ordered, query]);
}
