/** What the list shows and in which order: the accounts of the page in front first, or what was searched for. */
import { computed, signal } from '@preact/signals';
import type { Account } from '../src/app/account';
import { inOrder } from '../src/app/in-order';
import { siteFinder } from '../src/app/sites';
import { look } from '../src/ui/look';
import { home } from '../src/ui/page-state';
import { uiLanguage } from '../src/ui/text';
import { page, siteCheck } from './page';

/** To the page in front: it is bound, may be, or neither. */
export type Belonging = 'bound' | 'proposed' | 'other';

export interface Section {
  readonly name: 'this-site' | 'pinned' | 'others' | 'found';
  readonly accounts: readonly Account[];
}

/** The group that is shown alone; all where it is undefined. */
export const groupId = signal<string | undefined>(undefined);

/** What was typed into the search; nothing is searched for where it is empty. */
export const query = signal('');

type Search = typeof import('../src/app/search');
const searching = signal<Search | undefined>(undefined);

/** What finds accounts is loaded with the first letter. */
export async function searchFor(text: string): Promise<void> {
  query.value = text;
  if (text !== '') searching.value ??= await import('../src/app/search');
}

const unlocked = computed(() => (home.value?.state === 'unlocked' ? home.value : undefined));
export const groups = computed(() => unlocked.value?.groups ?? []);
/** Those of the group that is shown, in the order a person chose. */
const accounts = computed(() => {
  const all = unlocked.value?.accounts ?? [];
  const shown = groups.value.some(({ id }) => id === groupId.value)
    ? all.filter((account) => account.groupId === groupId.value)
    : all;
  return inOrder(shown, look.value.order, uiLanguage());
});
const index = computed(() => {
  const names = new Map(groups.value.map(({ id, name }) => [id, name]));
  const searched = accounts.value.map((account) => ({ account, group: names.get(account.groupId ?? '') }));
  return searching.value?.indexAccounts(searched);
});

const boundIds = computed<ReadonlySet<string>>(() => {
  const url = page.value?.url;
  if (url === undefined) return new Set();
  const siteOf = siteFinder(url);
  return new Set(accounts.value.flatMap((account) => (siteOf(account) === undefined ? [] : [account.id])));
});
const proposedIds = computed<ReadonlySet<string>>(() =>
  boundIds.value.size > 0 ? new Set() : (siteCheck.value?.proposedIds ?? new Set()),
);

export function belongingOf({ id }: Account): Belonging {
  if (boundIds.value.has(id)) return 'bound';
  return proposedIds.value.has(id) ? 'proposed' : 'other';
}

export const sections = computed<readonly Section[]>(() => {
  const found = index.value;
  if (query.value.trim() !== '' && found !== undefined)
    return [{ name: 'found', accounts: searching.value?.searchAccounts(found, query.value) ?? [] }];
  const parts: Record<'this-site' | 'pinned' | 'others', Account[]> = { 'this-site': [], pinned: [], others: [] };
  for (const account of accounts.value) parts[partOf(account)].push(account);
  const named = (['this-site', 'pinned', 'others'] as const).map((name) => ({ name, accounts: parts[name] }));
  return named.filter((part) => part.accounts.length > 0);
});

function partOf(account: Account): 'this-site' | 'pinned' | 'others' {
  if (belongingOf(account) !== 'other') return 'this-site';
  return account.pinned === true ? 'pinned' : 'others';
}

/** All that the list shows, from top to bottom. */
export const listed = computed(() => sections.value.flatMap((section) => section.accounts));

/** The periods of what the list shows, each once, those of most accounts first. */
export const periods = computed<readonly number[]>(() => {
  const counts = new Map<number, number>();
  for (const account of listed.value)
    if (account.type !== 'hotp') counts.set(account.periodSeconds, (counts.get(account.periodSeconds) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([periodSeconds]) => periodSeconds);
});

const MOST_RINGS = 4;
/** Those with a ring above the list, the shortest first. */
export const ringed = computed(() => periods.value.slice(0, MOST_RINGS).sort((a, b) => a - b));
